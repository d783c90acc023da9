package studio.backprop.data.generate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import studio.backprop.text.Message;

/**
 * Parser of a typed function f(x): {@code sin(2 pi x) + x^2 / 2}. Numbers, x, pi, e, the four operations, ^ for powers, parentheses and
 * functions of one number; multiplication may be implicit, and 1e-3 is a number. Error messages name the word and its column.
 */
public final class TypedFunction {
  public static final int LONGEST = 200;
  /** Functions in the order of the error message. */
  private static final Map<String, DoubleUnaryOperator> FUNCTIONS = functions();

  private final String text;
  private final String read;
  private int at;

  /** Syntax error. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Message sentence;

    private Unreadable(String key, Object... args) {
      super(key);
      sentence = Message.of("data.formula." + key, args);
    }

    /** Message with the word, its column, and what is expected. */
    public Message sentence() {
      return sentence;
    }
  }

  private TypedFunction(String text) {
    this.text = narrow(text);
    this.read = this.text.replace('−', '-').replace('·', '*').replace('×', '*').replace('÷', '/').replace('²', '\2').replace('³', '\3');
  }

  /** Replaces full-width characters of a Chinese keyboard, keeping columns. */
  private static String narrow(String text) {
    StringBuilder narrow = new StringBuilder();
    text.chars().forEach(sign -> narrow.append((char) (sign >= '！' && sign <= '～' ? sign - '！' + '!' : sign)));
    return narrow.toString();
  }

  private static Map<String, DoubleUnaryOperator> functions() {
    Map<String, DoubleUnaryOperator> known = new LinkedHashMap<>();
    known.put("sin", StrictMath::sin);
    known.put("cos", StrictMath::cos);
    known.put("tan", StrictMath::tan);
    known.put("tanh", StrictMath::tanh);
    known.put("exp", StrictMath::exp);
    known.put("ln", StrictMath::log);
    known.put("log", StrictMath::log);
    known.put("sqrt", Math::sqrt);
    known.put("abs", Math::abs);
    known.put("sign", Math::signum);
    known.put("relu", z -> Math.max(0, z));
    known.put("step", z -> z > 0 ? 1 : 0);
    return known;
  }

  /** @throws Unreadable if it is no formula of x */
  public static DoubleUnaryOperator of(String text) throws Unreadable {
    if (text.length() > LONGEST) {
      throw new Unreadable("long", LONGEST, text.length());
    }
    TypedFunction typed = new TypedFunction(text);
    DoubleUnaryOperator whole = typed.sum();
    if (typed.next() != 0) {
      throw new Unreadable("rest", typed.word(), typed.at + 1);
    }
    return whole;
  }

  /** Next character that is no space; 0 at the end. */
  private char next() {
    while (at < read.length() && Character.isWhitespace(read.charAt(at))) {
      at++;
    }
    return at < read.length() ? read.charAt(at) : 0;
  }

  /** Consumes the next character if it is this one. */
  private boolean takes(char sign) {
    boolean found = next() == sign;
    at += found ? 1 : 0;
    return found;
  }

  private DoubleUnaryOperator sum() throws Unreadable {
    DoubleUnaryOperator left = product();
    while (next() == '+' || next() == '-') {
      boolean plus = takes('+');
      at += plus ? 0 : 1;
      DoubleUnaryOperator first = left;
      DoubleUnaryOperator second = product();
      left = plus ? x -> first.applyAsDouble(x) + second.applyAsDouble(x) : x -> first.applyAsDouble(x) - second.applyAsDouble(x);
    }
    return left;
  }

  private DoubleUnaryOperator product() throws Unreadable {
    DoubleUnaryOperator left = signed();
    while (true) {
      DoubleUnaryOperator first = left;
      if (takes('/')) {
        DoubleUnaryOperator second = signed();
        left = x -> first.applyAsDouble(x) / second.applyAsDouble(x);
      } else if (takes('*') || begins(next())) {
        DoubleUnaryOperator second = signed();
        left = x -> first.applyAsDouble(x) * second.applyAsDouble(x);
      } else {
        return left;
      }
    }
  }

  /** Whether a factor can begin so after an implicit multiplication sign. */
  private static boolean begins(char sign) {
    return sign == '(' || Character.isLetter(sign);
  }

  private DoubleUnaryOperator signed() throws Unreadable {
    if (takes('-')) {
      DoubleUnaryOperator of = signed();
      return x -> -of.applyAsDouble(x);
    }
    return takes('+') ? signed() : power();
  }

  private DoubleUnaryOperator power() throws Unreadable {
    DoubleUnaryOperator base = atom();
    if (next() == '\2' || next() == '\3') {
      int exponent = read.charAt(at++);
      return x -> StrictMath.pow(base.applyAsDouble(x), exponent);
    }
    if (takes('^')) {
      DoubleUnaryOperator exponent = signed();
      return x -> StrictMath.pow(base.applyAsDouble(x), exponent.applyAsDouble(x));
    }
    return base;
  }

  private DoubleUnaryOperator atom() throws Unreadable {
    char first = next();
    if (first == '(') {
      return inside();
    }
    if (Character.isDigit(first) || first == '.') {
      return number();
    }
    if (Character.isLetter(first)) {
      return named();
    }
    throw first == 0 ? new Unreadable("end", at + 1) : new Unreadable("expected", word(), at + 1);
  }

  private DoubleUnaryOperator inside() throws Unreadable {
    int opened = at++;
    DoubleUnaryOperator found = sum();
    if (!takes(')')) {
      throw next() == 0 ? new Unreadable("open", opened + 1) : new Unreadable("rest", word(), at + 1);
    }
    return found;
  }

  private DoubleUnaryOperator number() throws Unreadable {
    int from = at;
    while (at < read.length() && (Character.isDigit(read.charAt(at)) || read.charAt(at) == '.')) {
      at++;
    }
    at += exponent();
    try {
      double value = Double.parseDouble(read.substring(from, at));
      return x -> value;
    } catch (NumberFormatException e) {
      throw new Unreadable("number", text.substring(from, at), from + 1);
    }
  }

  /** Length of an exponent such as e-3; 0 where e is Euler's number. */
  private int exponent() {
    char e = at < read.length() ? read.charAt(at) : 0;
    int end = at + 1;
    end += end < read.length() && (read.charAt(end) == '-' || read.charAt(end) == '+') ? 1 : 0;
    int digits = end;
    while (end < read.length() && Character.isDigit(read.charAt(end))) {
      end++;
    }
    return (e == 'e' || e == 'E') && end > digits ? end - at : 0;
  }

  private DoubleUnaryOperator named() throws Unreadable {
    int from = at;
    String name = word();
    at += name.length();
    switch (name) {
      case "x":
        return x -> x;
      case "pi", "π":
        return x -> Math.PI;
      case "e":
        return x -> Math.E;
      default:
        DoubleUnaryOperator function = FUNCTIONS.get(name);
        if (function == null) {
          throw new Unreadable("unknown", name, from + 1, String.join(", ", FUNCTIONS.keySet()));
        }
        if (next() != '(') {
          throw new Unreadable("call", name, from + 1);
        }
        return inside().andThen(function);
    }
  }

  /** Next word or single character, for messages. */
  private String word() {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(at, Math.max(end, at + 1));
  }
}
