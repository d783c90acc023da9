package studio.backprop.data;

/** Tokenization level of a text. */
public enum TextLevel {
  CHARACTER,
  WORD
}
