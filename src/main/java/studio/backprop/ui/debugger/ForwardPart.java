package studio.backprop.ui.debugger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import studio.backprop.text.Latex;
import studio.backprop.train.explain.Line;
import studio.backprop.train.explain.Term;

/** How the output was computed, with today's numbers: the sum with its largest terms, then the function that bends it. */
final class ForwardPart extends MathPart {
  private static final int TERMS_A_LINE = 2;

  ForwardPart(Desk desk) {
    super(desk, "debugger.forward");
  }

  @Override
  boolean show(Answer answer) {
    List<Line> lines = answer.explanation().get().forward();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Line line = lines.get(i);
      if (desk.model().knows(line.known())) {
        content.getChildren().add(desk.formula(letters(line)));
        numbers(line).forEach(part -> content.getChildren().add(desk.formula(part)));
      } else {
        content.getChildren().add(row(desk.lang().say("debugger.not_yet", desk.op(line.op()), desk.model().name(line.node())), "", "note", "mut"));
      }
    }
    return !lines.isEmpty();
  }

  private static String letters(Line line) {
    if (line.sum()) {
      String more = line.others() > 0 ? " + \\ldots" : "";
      return line.of().symbol() + " = " + line.terms().stream().map(ForwardPart::letters).collect(Collectors.joining(" + ")) + more;
    }
    String more = line.others() > 0 ? ", \\ldots" : "";
    return line.of().symbol() + " = " + function(line) + "(" + line.terms().stream().map(term -> term.place().symbol()).collect(Collectors.joining(", ")) + more + ")";
  }

  private static String letters(Term term) {
    return term.letter().isEmpty() ? term.place().symbol() : term.place().symbol() + "\\," + term.letter();
  }

  private static String function(Line line) {
    return "\\mathrm{" + line.op().replace(" ", "\\,") + "}";
  }

  /** On as many lines as it takes to stay readable in a narrow panel. */
  private static List<String> numbers(Line line) {
    String value = "= " + Latex.number(line.of().value());
    if (!line.sum()) {
      String more = line.others() > 0 ? ", \\ldots" : "";
      return List.of("= " + function(line) + "("
          + line.terms().stream().map(term -> Latex.number(term.place().value())).collect(Collectors.joining(", ")) + more + ")" + value);
    }
    List<String> products = new ArrayList<>(line.terms().stream().map(ForwardPart::product).toList());
    if (line.others() > 0) {
      products.add("\\underbrace{" + Latex.factor(line.rest()) + "}_{\\ldots\\ " + line.others() + "}");
    }
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < products.size(); from += TERMS_A_LINE) {
      lines.add((from == 0 ? "= " : "\\quad + ") + String.join(" + ", products.subList(from, Math.min(products.size(), from + TERMS_A_LINE))));
    }
    lines.add(value);
    return lines;
  }

  private static String product(Term term) {
    return term.factor() == 1 ? Latex.factor(term.place().value()) : Latex.factor(term.place().value()) + " \\cdot " + Latex.factor(term.factor());
  }
}
