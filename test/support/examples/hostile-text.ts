/** Text that an attacker would write to make a card mislead. */
export const hostileText = '**[Free licences](http://evil.example)** ${name} <b>x</b>';
