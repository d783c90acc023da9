package studio.backprop.ui.debugger;

import java.util.stream.Collectors;
import studio.backprop.text.Latex;
import studio.backprop.train.explain.Line;
import studio.backprop.train.explain.Term;

/** How the output was computed, with today's numbers: the sum with its largest terms, then the function that bends it. */
final class ForwardPart extends MathPart {
  ForwardPart(Desk desk) {
    super(desk, "debugger.forward");
  }

  @Override
  boolean show(Answer answer) {
    var lines = answer.explanation().get().forward();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Line line = lines.get(i);
      if (desk.model().knows(line.known())) {
        content.getChildren().addAll(desk.formula(letters(line)), desk.formula(numbers(line)));
      } else {
        content.getChildren().add(row(desk.lang().say("debugger.not_yet", desk.op(line.op()), desk.model().name(line.node())), "", "note", "mut"));
      }
    }
    return !lines.isEmpty();
  }

  private String letters(Line line) {
    String more = line.others() > 0 ? ", \\ldots" : "";
    return line.sum() ? line.of().symbol() + " = \\sum " + line.terms().stream().limit(1).map(term -> term.place().symbol() + " \\cdot (\\ldots)").collect(Collectors.joining())
        : line.of().symbol() + " = \\mathrm{" + line.op().replace(" ", "\\,") + "}(" + line.terms().stream().map(term -> term.place().symbol()).collect(Collectors.joining(", ")) + more + ")";
  }

  private static String numbers(Line line) {
    String value = " = " + Latex.number(line.of().value());
    if (!line.sum()) {
      String more = line.others() > 0 ? ", \\ldots" : "";
      return "= \\mathrm{" + line.op().replace(" ", "\\,") + "}("
          + line.terms().stream().map(term -> Latex.number(term.place().value())).collect(Collectors.joining(", ")) + more + ")" + value;
    }
    String terms = line.terms().stream().map(ForwardPart::product).collect(Collectors.joining(" + "));
    return "= " + terms + (line.others() > 0 ? " + \\underbrace{" + Latex.factor(line.rest()) + "}_{\\ldots\\ " + line.others() + "}" : "") + value;
  }

  private static String product(Term term) {
    return term.factor() == 1 ? Latex.factor(term.place().value()) : Latex.factor(term.place().value()) + " \\cdot " + Latex.factor(term.factor());
  }
}
