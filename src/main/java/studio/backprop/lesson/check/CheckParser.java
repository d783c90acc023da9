package studio.backprop.lesson.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import studio.backprop.lesson.check.CheckToken.Kind;
import studio.backprop.lesson.check.Condition.Timed;
import studio.backprop.lesson.check.Condition.When;
import studio.backprop.text.Message;

/**
 * Recursive-descent parser of checks: the eleven rules of the grammar, each a method. Types are checked as soon as a comparison is parsed.
 */
public final class CheckParser {
  private static final int MOST_TIMES = 6;
  private static final Set<String> COMPARING = Set.of("<", "<=", ">", ">=", "=");
  /** Tokens that occur in parenthesized checks and never in parenthesized sums. */
  private static final Set<String> OF_CHECKS = Set.of("<", "<=", ">", ">=", "=", "within", "is", "and", "or", "not", "at", "after", "by");

  private final TokenReader in;
  private final QuantityParser quantities;
  private int times;

  private CheckParser(String text) throws LineFault {
    in = new TokenReader(text);
    quantities = new QuantityParser(in);
  }

  /** @throws LineFault on a syntax or type error */
  public static Check check(String text) throws LineFault {
    CheckParser parser = new CheckParser(text);
    Condition condition = parser.any();
    parser.in.end();
    return new Check(text, condition);
  }

  /** @throws LineFault on a syntax or type error */
  public static Expression sum(String text) throws LineFault {
    CheckParser parser = new CheckParser(text);
    int from = parser.in.place();
    Expression sum = parser.sum();
    parser.in.end();
    parser.needNumbers(sum, from);
    return sum;
  }

  /** Parses a quantity of any kind, such as the name of a state. @throws LineFault if it is none */
  public static CheckedQuantity quantity(String text) throws LineFault {
    CheckParser parser = new CheckParser(text);
    CheckedQuantity quantity = parser.quantities.quantity();
    parser.in.end();
    return quantity;
  }

  private Condition any() throws LineFault {
    List<Condition> parts = new ArrayList<>(List.of(all()));
    while (in.accept("or")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
  }

  private Condition all() throws LineFault {
    List<Condition> parts = new ArrayList<>(List.of(not()));
    while (in.accept("and")) {
      parts.add(not());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
  }

  private Condition not() throws LineFault {
    if (in.accept("not")) {
      in.deeper();
      Condition part = not();
      in.shallower();
      return new Condition.Not(part);
    }
    if (in.now().is("(") && in.bracketHolds(OF_CHECKS)) {
      in.deeper();
      in.take();
      Condition inner = any();
      in.need(")");
      in.shallower();
      return inner;
    }
    return timed();
  }

  private Condition timed() throws LineFault {
    Comparing comparing = comparing();
    CheckToken word = in.now();
    if (!word.is("at") && !word.is("after") && !word.is("by")) {
      return new Timed(comparing, When.NOW, false, 0, -1);
    }
    in.take();
    CheckToken unit = in.now();
    if (!unit.is("epoch") && !unit.is("step")) {
      throw new LineFault(word.column(), Message.of("lesson.check.time", word.text()));
    }
    in.take();
    CheckToken count = in.now();
    if (count.kind() != Kind.NUMBER || !count.text().matches("\\d{1,9}")) {
      throw new LineFault(word.column(), Message.of("lesson.check.time", word.text()));
    }
    in.take();
    if (++times > MOST_TIMES) {
      throw new LineFault(word.column(), Message.of("lesson.check.times", MOST_TIMES));
    }
    refuseTwoMoments(comparing, word);
    When when = word.is("by") ? When.BY : When.AT;
    return new Timed(comparing, when, unit.is("epoch"), Long.parseLong(count.text()), -1);
  }

  /** A time keyword applies to the whole comparison: refuses the same quantity at two times. */
  private static void refuseTwoMoments(Comparing comparing, CheckToken word) throws LineFault {
    List<CheckedQuantity> all = new ArrayList<>();
    comparing.each(all::add);
    for (int i = 1; i < all.size(); i++) {
      CheckedQuantity one = all.get(i);
      if (all.subList(0, i).stream().anyMatch(other -> other.sameAs(one))) {
        throw new LineFault(word.column(), Message.of("lesson.check.two_moments"));
      }
    }
  }

  private Comparing comparing() throws LineFault {
    int from = in.place();
    Expression left = sum();
    CheckToken sign = in.now();
    if (COMPARING.contains(sign.text()) && sign.kind() == Kind.SIGN) {
      in.take();
      int second = in.place();
      Expression right = sum();
      needNumbers(left, from);
      needNumbers(right, second);
      if (sign.is("=")) {
        refuseExact(left, right, sign);
      }
      return new Comparing.Numbers(left, sign.text(), right);
    }
    if (in.accept("within")) {
      return within(left, from);
    }
    if (left instanceof Expression.Quantity read) {
      return in.accept("is") ? is(read.quantity()) : truth(read.quantity(), sign);
    }
    throw new LineFault(sign.column(), Message.of("lesson.check.compare", TokenReader.shown(sign)));
  }

  private Comparing within(Expression left, int from) throws LineFault {
    int second = in.place();
    Expression tolerance = sum();
    boolean percent = in.place() == second + 1 && in.token(second).text().endsWith("%");
    if (!in.accept("of")) {
      throw new LineFault(in.now().column(), Message.of("lesson.check.within"));
    }
    int third = in.place();
    Expression right = sum();
    needNumbers(left, from);
    needNumbers(tolerance, second);
    needNumbers(right, third);
    return new Comparing.Within(left, tolerance, percent, right);
  }

  private Comparing is(CheckedQuantity quantity) throws LineFault {
    CheckToken word = in.now();
    if (quantity.kind() != CheckedQuantity.Kind.WORD) {
      throw new LineFault(quantity.column(), Message.of("lesson.check.no_word", quantity.name()));
    }
    if (word.kind() != Kind.WORD) {
      throw new LineFault(word.column(), Message.of("lesson.check.word", TokenReader.shown(word)));
    }
    in.take();
    return new Comparing.Is(quantity, word.text());
  }

  private Comparing truth(CheckedQuantity quantity, CheckToken next) throws LineFault {
    if (quantity.kind() == CheckedQuantity.Kind.TRUTH) {
      return new Comparing.Truth(quantity);
    }
    if (quantity.kind() == CheckedQuantity.Kind.WORD) {
      throw new LineFault(next.column(), Message.of("lesson.check.needs_is", quantity.name()));
    }
    throw new LineFault(next.column(), Message.of("lesson.check.compare", TokenReader.shown(next)));
  }

  /** Type check: only numbers can be added and compared. */
  private void needNumbers(Expression sum, int from) throws LineFault {
    List<CheckedQuantity> wrong = new ArrayList<>();
    sum.each(quantity -> {
      if (quantity.kind() == CheckedQuantity.Kind.TRUTH || quantity.kind() == CheckedQuantity.Kind.WORD) {
        wrong.add(quantity);
      }
    });
    if (!wrong.isEmpty()) {
      CheckedQuantity first = wrong.get(0);
      boolean truth = first.kind() == CheckedQuantity.Kind.TRUTH;
      int column = first.column() > 0 ? first.column() : in.token(from).column();
      throw new LineFault(column, Message.of(truth ? "lesson.check.truth" : "lesson.check.needs_is", first.name()));
    }
  }

  /** Measured numbers are floating point: refuses tests for equality. */
  private static void refuseExact(Expression left, Expression right, CheckToken sign) throws LineFault {
    List<CheckedQuantity> measured = new ArrayList<>();
    left.each(measured::add);
    right.each(measured::add);
    measured.removeIf(quantity -> quantity.kind() != CheckedQuantity.Kind.MEASURED);
    if (!measured.isEmpty()) {
      throw new LineFault(measured.get(0).column() > 0 ? measured.get(0).column() : sign.column(), Message.of("lesson.check.exact"));
    }
  }

  private Expression sum() throws LineFault {
    Expression sum = product();
    while (in.now().is("+") || in.now().is("-")) {
      char sign = in.take().text().charAt(0);
      sum = new Expression.Joined(sum, sign, product());
    }
    return sum;
  }

  private Expression product() throws LineFault {
    Expression product = atom();
    while (in.now().is("*") || in.now().is("/")) {
      char sign = in.take().text().charAt(0);
      product = new Expression.Joined(product, sign, atom());
    }
    return product;
  }

  private Expression atom() throws LineFault {
    if (in.accept("-")) {
      in.deeper();
      Expression atom = atom();
      in.shallower();
      return new Expression.Negative(atom);
    }
    CheckToken token = in.now();
    if (token.kind() == Kind.NUMBER) {
      in.take();
      boolean percent = token.text().endsWith("%");
      double number = Double.parseDouble(percent ? token.text().substring(0, token.text().length() - 1) : token.text());
      return new Expression.Number(percent ? number / 100 : number);
    }
    if (in.now().is("(")) {
      in.deeper();
      in.take();
      Expression inner = sum();
      in.need(")");
      in.shallower();
      return inner;
    }
    return new Expression.Quantity(quantities.quantity());
  }
}
