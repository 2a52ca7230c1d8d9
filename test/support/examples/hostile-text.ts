/** What somebody outside would write to make a card lie. */
export const hostileText = '**[Free licences](http://evil.example)** ${name} <b>x</b>';
