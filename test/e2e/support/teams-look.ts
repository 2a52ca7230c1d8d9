/** A Teams theme: the colours that its clients apply to cards. */
interface Theme {
  readonly background: string;
  readonly text: string;
  readonly subtleText: string;
  readonly line: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
}

/** The colours of Teams on a phone, from its design kit. */
export const themes = {
  light: {
    background: '#ffffff',
    text: '#242424',
    subtleText: '#616161',
    line: '#d1d1d1',
    accent: '#5b5fc7',
    good: '#107c10',
    warning: '#835b00',
    attention: '#c4314b',
  },
  dark: {
    background: '#292929',
    text: '#ffffff',
    subtleText: '#adadad',
    line: '#666666',
    accent: '#a6a7dc',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f1707b',
  },
} as const satisfies Record<string, Theme>;
export type ThemeName = keyof typeof themes;

/** Teams' host configuration for Microsoft's renderer. */
export function hostConfig(name: ThemeName) {
  const theme: Theme = themes[name];
  const colour = (value: string) => ({ default: value, subtle: value });
  const style = {
    backgroundColor: theme.background,
    foregroundColors: {
      default: { default: theme.text, subtle: theme.subtleText },
      accent: colour(theme.accent),
      good: colour(theme.good),
      warning: colour(theme.warning),
      attention: colour(theme.attention),
    },
  };
  return {
    fontFamily: '"Segoe UI", "Liberation Sans", Arial, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme.line },
    containerStyles: { default: style, emphasis: style },
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
    inputs: {
      label: { inputSpacing: 'none', requiredInputs: { suffix: ' *' } },
      errorMessage: { spacing: 'none' },
    },
    textBlock: { headingLevel: 2 },
  };
}

/** Styles of Teams' own controls; the renderer leaves them to the page. */
export function styleSheet(name: ThemeName): string {
  const { background, text, subtleText, line, accent } = themes[name];
  return `
    * { box-sizing: border-box; }
    body { margin: 0; padding: 8px; background: ${background}; color-scheme: ${name}; font: 14px/20px "Liberation Sans", Arial, sans-serif; }
    .ac-adaptiveCard { overflow-wrap: break-word; border: 1px solid ${line}; border-radius: 8px; outline: none; }
    .ac-pushButton { font: 600 14px/20px "Liberation Sans", Arial, sans-serif; color: ${text}; background: ${background};
      border: 1px solid ${line}; border-radius: 4px; padding: 5px 12px; overflow: hidden; text-overflow: ellipsis; }
    .ac-actionSet, .ac-actionSet > * { flex-wrap: wrap; row-gap: 8px; }
    .ac-input { font: inherit; color: ${text}; background: ${background}; border: 1px solid ${line}; border-radius: 4px; padding: 5px 8px; }
    .ac-input::placeholder { color: ${subtleText}; }
    .ac-input-container { width: 100%; }
    div.ac-input { border: 0; padding: 5px 0; }
    textarea.ac-input { min-height: 72px; }
    input[type=checkbox] { border: 0; width: 16px; height: 16px; }
    a { color: ${accent}; }
    label { font: inherit; color: ${text}; }
  `;
}
