package studio.backprop.lesson.check;

import java.util.List;
import java.util.Set;
import studio.backprop.lesson.check.CheckToken.Kind;
import studio.backprop.text.Message;

/** Cursor over the tokens of a check. */
final class TokenReader {
  private static final int MAX_LENGTH = 300;
  private static final int DEEPEST = 10;

  private final List<CheckToken> tokens;
  private int at;
  private int depth;

  TokenReader(String text) throws LineFault {
    if (text.length() > MAX_LENGTH) {
      throw new LineFault(MAX_LENGTH + 1, Message.of("lesson.check.long", text.length(), MAX_LENGTH));
    }
    tokens = CheckToken.of(text);
  }

  CheckToken now() {
    return tokens.get(at);
  }

  /** Consumes this sign or word if it is next. @return whether it was */
  boolean accept(String sign) {
    boolean is = now().is(sign);
    at += is ? 1 : 0;
    return is;
  }

  /** Consumes this sign. @return true */
  boolean need(String sign) throws LineFault {
    if (!accept(sign)) {
      throw new LineFault(now().column(), Message.of("lesson.check.expected", sign, shown(now())));
    }
    return true;
  }

  /** @throws LineFault if tokens are left */
  void end() throws LineFault {
    if (now().kind() != Kind.END) {
      throw new LineFault(now().column(), Message.of("lesson.check.left_over", shown(now())));
    }
  }

  /** Enters a bracket. @throws LineFault if they are nested too deeply */
  void deeper() throws LineFault {
    if (++depth > DEEPEST) {
      throw new LineFault(now().column(), Message.of("lesson.check.deep", DEEPEST));
    }
  }

  /** Token as shown in error messages. */
  static Object shown(CheckToken token) {
    return token.kind() == Kind.END ? Message.of("lesson.check.the_end") : "\"" + token.text() + "\"";
  }

  void shallower() {
    depth--;
  }

  /** Number of consumed tokens. */
  int place() {
    return at;
  }

  CheckToken token(int place) {
    return tokens.get(Math.min(place, tokens.size() - 1));
  }

  CheckToken take() {
    CheckToken token = now();
    at += token.kind() == Kind.END ? 0 : 1;
    return token;
  }

  /** Whether the bracket that opens here contains one of these tokens. */
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
