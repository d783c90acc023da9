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

/** Says in words what widths and colours on the canvas mean in this lens. */
final class LegendLine extends HBox {
  private static final double HEIGHT = 24;
  /** In a lower view, the network needs its height while a person goes through a step. */
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
    // where the line is too short, its sentence gives way
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

  /** What one of both colours means: on an input that is tinted, what it does to the score as well. */
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
   * Takes the room between the lenses and the tools where that is enough, else a line of its own under them.
   *
   * @param gap the room in the bar
   * @param bar how high the bar is
   * @param width that of the canvas
   * @return where the network begins
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

  /** The width that it needs without its sentence. */
  private double least() {
    return prefWidth(-1) - (words.isManaged() ? words.prefWidth(-1) : 0);
  }

  /** Beside the lenses its words are left away: the chosen lens says the same. */
  private void shorten(boolean wanted) {
    if (words.isManaged() == wanted) {
      words.setVisible(!wanted);
      words.setManaged(!wanted);
    }
  }

  /** Shown whole or not at all. */
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

  /** Of a generator and a discriminator also whose turn it is. */
  private String heading() {
    return desk.lang().say("legend.title." + desk.model().lens().key() + (desk.model().lens() == Lens.GRADIENTS ? turn.key() : ""));
  }

  /** What is seen in this lens; of changes, between which steps; of two runs, over what. */
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

  /** Where the gradient of an agent begins. */
  private String ofAgent() {
    Assignment assignment = desk.model().document().project().assignment();
    return !assignment.acts() ? "" : assignment.values().isPresent() ? ".values" : ".policy";
  }

  /** The numbers in it are other ones now. */
  void refresh() {
    reach.refresh();
    tint.refresh();
    reach.setVisible(desk.model().lens() != Lens.CHANGE); // there each picture reaches to its own largest change
    turn = Turns.of(desk.run());
    write();
  }
}
