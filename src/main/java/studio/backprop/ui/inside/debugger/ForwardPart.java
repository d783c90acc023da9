package studio.backprop.ui.inside.debugger;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.derivation.OpLine;
import studio.backprop.derivation.Place;
import studio.backprop.derivation.Term;
import studio.backprop.text.Latex;

/** Forward computation of the output with current numbers: the sum with its largest terms, then the activation. */
final class ForwardPart extends MathPart {
  /** More symbolic terms would be illegible in one line; numeric terms have a line each. */
  private static final int MAX_LETTERS = 3;
  /** From this number of indices on, as in sequences or images, one symbolic term less fits. */
  private static final int MANY_INDICES = 2;

  ForwardPart(DebuggerDesk desk) {
    super(desk, "debugger.forward");
  }

  @Override
  boolean show(Explained answer) {
    List<OpLine> lines = answer.explanation().get().forward();
    for (int i = lines.size() - 1; i >= 0; i--) {
      OpLine line = lines.get(i);
      content.getChildren().add(desk.model().knows(line.known()) ? known(line)
          : sentence(desk.lang().say("debugger.not_yet", desk.op(line.op()), desk.model().name(line.node()))));
    }
    return !lines.isEmpty();
  }

  private VBox known(OpLine line) {
    VBox told = new VBox(desk.formula(letters(line)));
    told.getStyleClass().add("told");
    if (line.sum()) {
      line.terms().forEach(term -> told.getChildren().add(term(line, term)));
    }
    numbers(line).forEach(part -> told.getChildren().add(desk.formula(part)));
    return told;
  }

  private static String letters(OpLine line) {
    if (line.sum()) {
      int most = line.of().index().size() < MANY_INDICES ? MAX_LETTERS : MAX_LETTERS - 1;
      String more = line.others() > 0 || line.terms().size() > most ? " + \\ldots" : "";
      return line.of().symbol() + " = " + line.terms().stream().limit(most).map(ForwardPart::letters).collect(Collectors.joining(" + "))
          + more;
    }
    return line.of().symbol() + " = "
        + (line.form().letters().isEmpty() ? function(line, term -> term.place().symbol()) : line.form().letters());
  }

  private static String letters(Term term) {
    String second = term.partner().map(Place::symbol).orElse(term.letter());
    return second.isEmpty() ? term.place().symbol() : term.place().symbol() + "\\," + second;
  }

  private static String function(OpLine line, Function<Term, String> told) {
    String name = "\\mathrm{" + line.op().replace(" ", "\\ ") + "}";
    String more = line.others() > 0 || line.terms().size() > MAX_LETTERS ? ", \\ldots" : "";
    return name + "(" + line.terms().stream().limit(MAX_LETTERS).map(told).collect(Collectors.joining(", ")) + more + ")";
  }

  /** Wrapped to stay legible in a narrow panel. */
  private static List<String> numbers(OpLine line) {
    String value = "= " + Latex.number(line.of().value());
    if (!line.sum()) {
      String form = line.form().numbers();
      String taken = "= " + (form.isEmpty() ? function(line, term -> Latex.number(term.place().value())) : form);
      boolean wide = form.isEmpty() ? line.terms().size() >= MAX_LETTERS : form.contains("\\ldots");
      return wide ? List.of(taken, value) : List.of(taken + value);
    }
    return line.others() > 0 ? List.of("+\\ \\underbrace{" + Latex.factor(line.rest()) + "}_{\\ldots\\ " + line.others() + "}\\ " + value)
        : List.of(value);
  }

  /** One product of a sum; pointing at it highlights both factors on the canvas and the wire between them. */
  private HBox term(OpLine line, Term term) {
    HBox row = row(desk.formula("+\\ " + product(term)), new Label(desk.number(term.product())));
    row.getStyleClass().setAll("term");
    row.setFocusTraversable(true);
    row.setAccessibleRole(AccessibleRole.TEXT);
    row.setAccessibleText(desk.lang().say("debugger.term.said", desk.number(term.place().value()), desk.number(term.factor()),
        desk.number(term.product())));
    List<Place> lit = Stream.concat(Stream.of(term.place(), line.of()), term.partner().stream()).toList();
    Runnable point = () -> desk.model().pointing().light(row.isHover() || row.isFocused() ? lit : List.of(), line.node());
    row.hoverProperty().subscribe((before, now) -> point.run());
    row.focusedProperty().subscribe((before, now) -> point.run());
    return row;
  }

  private static String product(Term term) {
    return term.factor() == 1 ? Latex.factor(term.place().value()) : Latex.factor(term.place().value()) + " \\cdot "
        + Latex.factor(term.factor());
  }
}
