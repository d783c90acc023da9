package studio.backprop.lesson.check;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.text.Message;

/**
 * Token of a check.
 *
 * @param text source text; for a quoted text without its quotes
 * @param column from 1
 */
record CheckToken(Kind kind, String text, int column) {
  enum Kind {
    NUMBER, WORD, TEXT, SIGN, END
  }

  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(sign);
  }

  /** Tokenizes a text; an END token is last. */
  static List<CheckToken> of(String text) throws LineFault {
    List<CheckToken> all = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t') {
        at++;
        continue;
      }
      CheckToken next = isDigit(c) ? number(text, at) : isLetter(c) ? word(text, at) : c == '"' ? quoted(text, at) : sign(text, at);
      all.add(next);
      at += next.text.length() + (next.kind == Kind.TEXT ? 2 : 0);
    }
    all.add(new CheckToken(Kind.END, "", text.length() + 1));
    return all;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static CheckToken number(String text, int from) {
    int at = digits(text, from);
    if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
      at = digits(text, at + 1);
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int sign = at + 1 < text.length() && (text.charAt(at + 1) == '-' || text.charAt(at + 1) == '+') ? 1 : 0;
      int exponent = digits(text, at + 1 + sign);
      at = exponent > at + 1 + sign ? exponent : at;
    }
    at += at < text.length() && text.charAt(at) == '%' ? 1 : 0;
    return new CheckToken(Kind.NUMBER, text.substring(from, at), from + 1);
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Letters, digits, _ and, before a letter, -. */
  private static CheckToken word(String text, int from) {
    int at = from + 1;
    while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at))
        || text.charAt(at) == '-' && at + 1 < text.length() && isLetter(text.charAt(at + 1)))) {
      at++;
    }
    return new CheckToken(Kind.WORD, text.substring(from, at), from + 1);
  }

  private static CheckToken quoted(String text, int from) throws LineFault {
    int end = text.indexOf('"', from + 1);
    if (end < 0) {
      throw new LineFault(from + 1, Message.of("lesson.check.open_quote"));
    }
    return new CheckToken(Kind.TEXT, text.substring(from + 1, end), from + 1);
  }

  private static CheckToken sign(String text, int from) throws LineFault {
    String two = text.substring(from, Math.min(text.length(), from + 2));
    if (two.equals("<=") || two.equals(">=")) {
      return new CheckToken(Kind.SIGN, two, from + 1);
    }
    String one = two.substring(0, 1);
    if ("<>=+-*/().,".contains(one)) {
      return new CheckToken(Kind.SIGN, one, from + 1);
    }
    String shown = new String(Character.toChars(text.codePointAt(from)));
    throw new LineFault(from + 1, Message.of("lesson.check.sign", shown));
  }
}
