package studio.backprop.ui.design.designer;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.project.Assignment;
import studio.backprop.run.time.RunDiff;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.designer.edit.Mending;
import studio.backprop.ui.kit.Health;
import studio.backprop.ui.kit.Legend;
import studio.backprop.ui.kit.Legend.Mark;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.attribution.AttributionFeed;
import studio.backprop.ui.workspace.run.ColourRangeButton;
import studio.backprop.ui.workspace.run.DifferenceTexts;
import studio.backprop.ui.workspace.run.Turns;

/** Legend of the widths and colours in the current lens. */
final class LegendLine extends HBox {
  private static final double HEIGHT = 24;
  /** Height of a view below which the legend is hidden during debugging. */
  private static final double LOW = 420;

  private final ColourRangeButton reach;
  private final TintSwitch tint;
  private final Label text = new Label();
  private final HBox words = new HBox();
  private final CanvasDesk desk;
  private final Label title = new Label();
  private Turns turn = Turns.NONE;

  LegendLine(CanvasDesk desk) {
    this.desk = desk;
    getStyleClass().add("legend-line");
    setPickOnBounds(false);
    tint = new TintSwitch(desk);
    reach = new ColourRangeButton(desk.lang(), desk.hints(), desk.reach(), () -> desk.model().lens().quantity(), Optional::empty);
    title.getStyleClass().addAll("note", "strong");
    text.getStyleClass().addAll("note", "mut");
    text.setMinWidth(0);
    words.getChildren().addAll(title, text);
    words.getStyleClass().add("words");
    words.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Legend gradients = new Legend();
    Legend signed = new Legend()
        .add(Mark.SQUARE, Token.GROUP_SEQUENCE, sign("legend.negative"))
        .add(Mark.SQUARE, Token.GROUP_BASIC, sign("legend.positive"));
    for (Health health : new Health[] {Health.HEALTHY, Health.FADING, Health.VANISHED, Health.EXPLODING}) {
      Mark mark = health == Health.VANISHED ? Mark.DOTTED : health == Health.FADING ? Mark.LINE : Mark.BAND;
      gradients.add(mark, health.token(), desk.lang().bind(health.key()));
    }
    for (Region quiet : List.of(words, gap, gradients, signed)) {
      quiet.setMouseTransparent(true);
    }
    // if there is too little room, the sentence is shortened
    for (Region whole : List.of(title, tint, reach, gradients, signed)) {
      whole.setMinWidth(USE_PREF_SIZE);
    }
    getChildren().addAll(words, gap);
    desk.lang().whenWrittenAnew(this::write);
    desk.model().lensProperty().subscribe(lens -> {
      title.setText(heading());
      text.setText(sentence());
      title.getStyleClass().remove("gradient");
      if (lens == Lens.GRADIENTS) {
        title.getStyleClass().add("gradient");
      }
      getChildren().setAll(words, gap);
      if (lens == Lens.DIFFERENCE) {
        getChildren().add(signed);
      } else if (lens != Lens.STRUCTURE) {
        if (lens == Lens.ACTIVATIONS) {
          getChildren().add(tint);
        }
        getChildren().addAll(reach, lens == Lens.GRADIENTS ? gradients : signed);
        refresh();
      }
    });
    desk.run().branches().comparison().differenceProperty().subscribe(() -> text.setText(sentence()));
    desk.model().mending().previewProperty().subscribe(() -> text.setText(sentence()));
    desk.model().document().projectProperty().subscribe((before, now) -> {
      if (!before.assignment().getClass().equals(now.assignment().getClass()) || now.assignment().acts()) {
        text.setText(sentence());
      }
    });
  }

  /** Meaning of a colour; on a tinted input also its effect on the score. */
  private ObservableValue<String> sign(String key) {
    AttributionFeed tinted = desk.tint();
    return Bindings.createStringBinding(() -> {
      boolean signed = desk.model().lens() == Lens.ACTIVATIONS && tinted.seenProperty().get().filter(seen -> !seen.unsigned()).isPresent();
      return desk.lang().say(signed ? key + ".tinted" : key);
    }, tinted.seenProperty(), desk.model().lensProperty(), desk.lang().textsProperty());
  }

  private String difference(RunDiff found) {
    List<String> letters = desk.run().branches().comparison().letters();
    return desk.lang().say("legend.lens.difference", letters.get(0), letters.get(1), DifferenceTexts.over(found, letters.get(0)));
  }

  /**
   * Uses the gap between lenses and tools if it is wide enough, otherwise a line of its own below.
   *
   * @param gap the room in the bar
   * @return y of the network's top
   */
  double place(Box gap, double bar, double width, double height) {
    boolean sentence = desk.model().lens() == Lens.STRUCTURE || desk.model().lens() == Lens.DIFFERENCE; // which says more than its name
    boolean beside = !sentence && gap.width() >= least();
    shorten(beside);
    boolean dropped = !beside && desk.focus().followed().wantedProperty().get() && height < LOW;
    setVisible(!dropped);
    if (dropped) {
      return bar;
    }
    if (beside) {
      resizeRelocate(gap.x(), (bar - HEIGHT) / 2, gap.width(), HEIGHT);
      return bar;
    }
    resizeRelocate(0, bar, width, HEIGHT);
    return bar + HEIGHT;
  }

  /** Width without the sentence. */
  private double least() {
    return prefWidth(-1) - (words.isManaged() ? words.prefWidth(-1) : 0);
  }

  /** Drops the words that the chosen lens repeats. */
  private void shorten(boolean wanted) {
    if (words.isManaged() == wanted) {
      words.setVisible(!wanted);
      words.setManaged(!wanted);
    }
  }

  /** Shown completely or not at all. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    title.setVisible(words.getWidth() >= title.prefWidth(-1) - 1);
    text.setVisible(text.getWidth() >= text.prefWidth(-1) - 1);
  }

  private void write() {
    title.setText(heading());
    text.setText(sentence());
  }

  /** For a GAN also which network is being trained. */
  private String heading() {
    return desk.lang().say("legend.title." + desk.model().lens().key() + (desk.model().lens() == Lens.GRADIENTS ? turn.key() : ""));
  }

  /** Content of the lens; for updates with both steps, for comparisons with both runs. */
  private String sentence() {
    Mending mending = desk.model().mending();
    if (mending.previewProperty().get().isPresent()) {
      return desk.lang().say(mending.questionProperty().get().isPresent() ? "join.preview" : "problem.preview");
    }
    Lens lens = desk.model().lens();
    if (lens == Lens.DIFFERENCE) {
      return desk.run().branches().comparison().differenceProperty().get().map(this::difference)
          .orElseGet(() -> desk.lang().say("legend.lens.difference.waits"));
    }
    if (lens == Lens.GRADIENTS && turn != Turns.NONE) {
      return desk.lang().say("legend." + lens.key() + turn.key());
    }
    String key = "legend." + lens.key() + (desk.model().units().any() ? ".units" : lens == Lens.GRADIENTS ? ofAgent() : "");
    return lens == Lens.CHANGE ? desk.changes().sentence(desk.lang()) : desk.lang().say(key);
  }

  /** Source of an agent's gradient. */
  private String ofAgent() {
    Assignment assignment = desk.model().document().project().assignment();
    return !assignment.acts() ? "" : assignment.values().isPresent() ? ".values" : ".policy";
  }

  /** Updates the numbers in it. */
  void refresh() {
    reach.refresh();
    tint.refresh();
    reach.setVisible(desk.model().lens() != Lens.CHANGE); // there each picture reaches to its own largest change
    turn = Turns.of(desk.run());
    write();
  }
}
