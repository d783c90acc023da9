package studio.backprop.lesson.check;

import java.util.List;
import java.util.Set;
import studio.backprop.lesson.check.CheckToken.Kind;
import studio.backprop.text.Message;

/** Goes through the tokens of a check, one after the other. */
final class TokenReader {
  private static final int LONGEST = 300;
  private static final int DEEPEST = 10;

  private final List<CheckToken> tokens;
  private int at;
  private int depth;

  TokenReader(String text) throws LineFault {
    if (text.length() > LONGEST) {
      throw new LineFault(LONGEST + 1, Message.of("lesson.check.long", text.length(), LONGEST));
    }
    tokens = CheckToken.of(text);
  }

  /** The token at hand. */
  CheckToken now() {
    return tokens.get(at);
  }

  /** Goes on if it is this sign or word. @return whether it is */
  boolean accept(String sign) {
    boolean is = now().is(sign);
    at += is ? 1 : 0;
    return is;
  }

  /** Goes on by this sign. @return true */
  boolean need(String sign) throws LineFault {
    if (!accept(sign)) {
      throw new LineFault(now().column(), Message.of("lesson.check.expected", sign, shown(now())));
    }
    return true;
  }

  /** @throws LineFault if something is left */
  void end() throws LineFault {
    if (now().kind() != Kind.END) {
      throw new LineFault(now().column(), Message.of("lesson.check.left_over", shown(now())));
    }
  }

  /** One bracket more. @throws LineFault if there are too many */
  void deeper() throws LineFault {
    if (++depth > DEEPEST) {
      throw new LineFault(now().column(), Message.of("lesson.check.deep", DEEPEST));
    }
  }

  /** How a sentence shows a token. */
  static Object shown(CheckToken token) {
    return token.kind() == Kind.END ? Message.of("lesson.check.the_end") : "\"" + token.text() + "\"";
  }

  void shallower() {
    depth--;
  }

  /** How many tokens are behind. */
  int place() {
    return at;
  }

  CheckToken token(int place) {
    return tokens.get(Math.min(place, tokens.size() - 1));
  }

  /** The token at hand, and on to the next. */
  CheckToken take() {
    CheckToken token = now();
    at += token.kind() == Kind.END ? 0 : 1;
    return token;
  }

  /** Whether the bracket that opens here holds one of these. */
  boolean bracketHolds(Set<String> signs) {
    int open = 0;
    for (int i = at; i < tokens.size(); i++) {
      CheckToken token = tokens.get(i);
      open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (token.kind() != Kind.TEXT && signs.contains(token.text()) && !(i > 0 && tokens.get(i - 1).is("."))) {
        return true;
      }
      if (open == 0) {
        return false;
      }
    }
    return false;
  }
}
