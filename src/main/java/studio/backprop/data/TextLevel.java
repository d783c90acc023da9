package studio.backprop.data;

/** What a text is cut into. */
public enum TextLevel {
  CHARACTER,
  WORD
}
