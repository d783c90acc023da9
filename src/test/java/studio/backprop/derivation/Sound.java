package studio.backprop.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import studio.backprop.op.OpCode;

/** What must hold of every explanation, whatever the network. */
final class Sound {
  private static final double EQUAL = 1e-5;
  private static final double ROUNDING = 1e-7;

  private Sound() {}

  /** The ways and their rest add up to the gradient, and the factors of each multiply to it. */
  static void check(Explanation explanation, Object of) {
    if (explanation.place().symbol().equals("L")) {
      assertThat(explanation.gradient()).isEqualTo(1);
      return;
    }
    if (Math.abs(explanation.gradient()) > ROUNDING) { // less is what is left of larger shares
      assertThat(explanation.paths()).as("ways of %s, gradient %s", of, explanation.gradient()).isNotEmpty();
    }
    double size = Math.abs(explanation.gradient());
    double sum = explanation.rest();
    for (Explanation.Path path : explanation.paths()) {
      double product = path.factors().stream().mapToDouble(Factor::value).reduce(1, (a, b) -> a * b);
      assertThat(product).as("factors of %s", of).isCloseTo(path.product(), Offset.offset(EQUAL * Math.abs(path.product())));
      assertThat(path.factors().get(path.factors().size() - 1).running()).as("running product of %s", of)
          .isCloseTo(path.product(), Offset.offset(EQUAL * Math.abs(path.product())));
      assertThat(path.factors().get(0).to().symbol()).isEqualTo("L");
      checkLetters(explanation, path, of);
      sum += path.product();
      size = Math.max(size, Math.abs(path.product()));
    }
    assertThat(sum).as("ways of %s", of).isCloseTo(explanation.gradient(), Offset.offset(EQUAL * size + 1e-12));
    explanation.forward().forEach(line -> check(line, of));
    explanation.paths().forEach(path -> path.factors().forEach(factor -> check(factor, of)));
    // one Java of a class serves all its factors
    explanation.paths().stream().flatMap(path -> path.factors().stream()).map(Factor::type).distinct()
        .forEach(type -> assertThat(OpCode.of(type)).as(type).isPresent());
  }

  /**
   * One number has one letter: that of the title, of the last factor, and of the op that made it where another reads it; and what an op
   * gives has another.
   */
  private static void checkLetters(Explanation explanation, Explanation.Path path, Object of) {
    Place last = path.factors().get(path.factors().size() - 1).from();
    assertThat(letter(last)).as("the number of %s", of).isEqualTo(letter(explanation.place()));
    path.factors().forEach(factor -> assertThat(letter(factor.to())).as("%s of %s", factor, of).isNotEqualTo(letter(factor.from())));
    for (int i = 1; i < path.factors().size(); i++) {
      assertThat(letter(path.factors().get(i).to())).as("factor %s of %s", i + 1, of).isEqualTo(letter(path.factors().get(i - 1).from()));
    }
  }

  /** A tensor may be read in another shape, so that indices differ. */
  private static String letter(Place place) {
    return place.symbol().replaceAll("_\\{.*", "");
  }

  /** A sum is the sum of its terms, each the product of two numbers that stand where it says. */
  private static void check(OpLine line, Object of) {
    double told = line.rest() + line.terms().stream().mapToDouble(Term::product).sum();
    double size = line.terms().stream().mapToDouble(term -> Math.abs(term.product())).reduce(Math.abs(line.of().value()), Math::max);
    if (line.sum()) {
      assertThat(told).as("%s of %s", line, of)
          .isCloseTo(line.of().value(), Offset.offset((line.others() > 0 ? EQUAL : 10 * EQUAL) * size));
    }
    for (Term term : line.terms()) {
      assertThat(term.product()).isEqualTo(term.place().value() * term.factor());
      term.partner().ifPresent(partner -> assertThat(partner.value()).as("partner in %s of %s", line, of)
          .isCloseTo(term.factor(), Offset.offset(EQUAL * Math.max(1, Math.abs(term.factor())))));
    }
  }

  private static void check(Factor factor, Object of) {
    if (factor.form().equals("1")) {
      assertThat(factor.value()).as("%s of %s", factor, of).isEqualTo(1);
    }
    factor.curve().ifPresent(curve -> {
      assertThat(curve.slope()).isEqualTo(factor.value());
      assertThat(curve.y()).isEqualTo(factor.to().value());
      assertThat(curve.x()).isEqualTo(factor.from().value());
      assertThat(curve.points()).hasSizeGreaterThan(2).isSortedAccordingTo((a, b) -> Double.compare(a.x(), b.x()));
      assertThat(curve.tangent(curve.x())).as("tangent of %s", of).isEqualTo(curve.y());
    });
  }
}
