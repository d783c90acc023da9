package studio.backprop.ui.inside.lens.recurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.data.Dataset;
import studio.backprop.observe.Activations;
import studio.backprop.observe.ShadowRun;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.PredictionAndTarget;
import studio.backprop.ui.inside.lens.sheet.ProbabilityBars;
import studio.backprop.ui.kit.Token;

/** Card with the gradient that arrives at the first step, and the prediction, compared with a Simple RNN if there is one. */
final class RecurrentCard extends StackPane {
  private static final int MAX_BARS = 4;
  /** Maximum length of a line of figures, and of predictions. */
  private static final double FIGURES = 420;

  private final LensDesk desk;
  private final Label title = new Label();
  private final Label note = new Label();
  private final FlowPane figures = new FlowPane();
  private final VBox ownAnswer;
  private final VBox answer;
  private final VBox arrives;
  private final List<Figure> shown = List.of(new Figure("time-text"), new Figure("gradient-text"), new Figure("mut"));
  private final Label answerTitle = new Label();
  private final Label answerNote = new Label();
  private final Label own = new Label();
  private final Label others = new Label();
  private final ProbabilityBars bars;
  private final ProbabilityBars twinBars;
  private final VBox twinAnswer;

  /** Large number with its caption. */
  private static final class Figure extends VBox {
    private final Label number = new Label();
    private final Label meaning = new Label();

    Figure(String style) {
      number.getStyleClass().addAll("big-number", style);
      meaning.getStyleClass().addAll("note", "mut");
      getChildren().addAll(number, meaning);
      managedProperty().bind(visibleProperty());
    }
  }

  RecurrentCard(LensDesk desk) {
    this.desk = desk;
    this.bars = new ProbabilityBars(desk, Token.ACCENT);
    this.twinBars = new ProbabilityBars(desk, Token.WIRE);
    getStyleClass().addAll("card", "recurrent-card");
    for (Label strong : List.of(title, answerTitle)) {
      strong.getStyleClass().add("strong");
    }
    for (Label small : List.of(note, answerNote, own, others)) {
      small.getStyleClass().addAll("note", "mut");
    }
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    figures.getStyleClass().add("figures");
    figures.getChildren().addAll(shown);
    arrives = new VBox(title, note, figures);
    twinAnswer = new VBox(others, twinBars);
    twinAnswer.getStyleClass().add("twin-answer");
    twinAnswer.managedProperty().bind(twinAnswer.visibleProperty());
    ownAnswer = new VBox(own, bars);
    answer = new VBox(answerTitle, answerNote);
    setMinWidth(0);
    narrow(false);
  }

  /** One column in little width; otherwise the bars fill the line. */
  void narrow(boolean now) {
    wrap(figures, now, FIGURES);
    Pane both = now ? new VBox(ownAnswer, twinAnswer) : new HBox(ownAnswer, twinAnswer);
    both.getStyleClass().add("both");
    answer.getChildren().setAll(answerTitle, answerNote, both);
    Pane parts = now ? new VBox(arrives, answer) : new HBox(arrives, answer);
    parts.getStyleClass().add("parts");
    for (VBox one : List.of(ownAnswer, twinAnswer, answer)) {
      HBox.setHgrow(one, Priority.ALWAYS);
    }
    getChildren().setAll(parts);
  }

  private void wrap(FlowPane line, boolean narrow, double wide) {
    line.prefWrapLengthProperty().unbind();
    if (narrow) {
      line.prefWrapLengthProperty().bind(Bindings.createDoubleBinding(
          () -> getWidth() - getInsets().getLeft() - getInsets().getRight(), widthProperty(), insetsProperty()));
    } else {
      line.setPrefWrapLength(wide);
    }
  }

  /**
   * @param twin the Simple RNN, if any
   * @param step chosen step, zero-based
   */
  void show(String kind, RecurrentNumbers numbers, Optional<RecurrentNumbers> twin, Optional<ShadowRun.Look> other, int step) {
    title.setText(desk.lang().say("lens.recurrent.arrives"));
    note.setText(desk.lang().say("lens.recurrent.arrives.note", numbers.last() + 1, numbers.first() + 1));
    figure(shown.get(0), "lens.recurrent.cell", numbers.cells() == null ? null : numbers, numbers::cellNorm);
    figure(shown.get(1), "lens.recurrent.state", numbers, numbers::stateNorm);
    figure(shown.get(2), "lens.recurrent.twin", twin.orElse(null), at -> twin.orElseThrow().stateNorm(at));
    answer(kind, other, numbers.steps(), step);
  }

  private void figure(Figure figure, String name, RecurrentNumbers of, IntToDoubleFunction norm) {
    figure.setVisible(of != null);
    if (of == null) {
      return;
    }
    double weaker = of.weaker(norm);
    boolean known = weaker > 0 && weaker < Double.POSITIVE_INFINITY;
    boolean grows = known && weaker < 1;
    figure.number.setText(known ? desk.lang()
        .say("lens.recurrent.times", desk.lang().numbers().significant(grows ? 1 / weaker : weaker, 3)) : "–");
    figure.meaning.setText(desk.lang().say(grows ? "lens.recurrent.stronger" : "lens.recurrent.weaker", desk.lang().say(name)));
  }

  private void answer(String kind, Optional<ShadowRun.Look> other, int steps, int step) {
    Activations seen = desk.model().run().snapshot().orElseThrow().activations();
    Dataset dataset = desk.model().run().runProperty().get().data().dataset();
    PredictionAndTarget answers = new PredictionAndTarget(desk.lang(), dataset, seen.prediction(), seen.target());
    int place = answers.count() == steps ? step : 0;
    int right = answers.right(place);
    List<String> said = new ArrayList<>();
    if (right >= 0 && !dataset.classNames().isEmpty()) {
      said.add(desk.lang().say("lens.answers.right_is", answers.name(right)));
    }
    String loss = desk.lang().numbers().significant(seen.loss(), 3);
    said.add(other.map(twin -> desk.lang().say("lens.answers.losses", loss, desk.lang().numbers().significant(twin.loss(), 3)))
        .orElseGet(() -> desk.lang().say("lens.answers.loss", loss)));
    answerTitle.setText(desk.lang().say(answers.count() == steps ? "lens.answers.at" : "lens.answers.title", step + 1));
    answerNote.setText(String.join(" ", said));
    own.setText(kind);
    others.setText(desk.lang().say("layer.simple_rnn"));
    bars.show(answers.bars(place, MAX_BARS));
    twinAnswer.setVisible(other.isPresent());
    other.ifPresent(twin -> twinBars.show(new PredictionAndTarget(desk.lang(), dataset, twin.prediction(), seen.target())
        .bars(place, MAX_BARS)));
  }
}
