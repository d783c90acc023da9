package studio.backprop.ui.debugger;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.train.Cursor;
import studio.backprop.train.Cursor.Phase;
import studio.backprop.train.observe.Snapshot;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.run.RunModel;

/**
 * One step as a bar: forward, loss, backward, update, each as wide as its share of the time at full speed, which the engine measures. Play
 * goes through a real step slowly; a drag runs its ops on, or back.
 */
public final class SlowMotionBar extends HBox {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  /** As long as the widths say nothing. */
  private static final PseudoClass UNMEASURED = PseudoClass.getPseudoClass("unmeasured");
  private static final double GAP = 3;

  private final SlowMotion model;
  private final RunModel run;
  private final Lang lang;
  private final Map<Phase, Label> parts = new EnumMap<>(Phase.class);
  private final Region head = new Region();
  private final Track track;
  private final Label note = new Label();
  private Optional<DebuggerSwitch> debugger = Optional.empty();
  private List<Double> shown = List.of();

  public SlowMotionBar(SlowMotion model, RunModel run, Lang lang, Hints hints) {
    this.model = model;
    this.run = run;
    this.lang = lang;
    track = new Track();
    getStyleClass().add("slow-bar");
    Label title = new Label();
    title.getStyleClass().add("title");
    title.setMinWidth(USE_PREF_SIZE);
    title.textProperty().bind(lang.bind("slow.title"));
    hints.explain(title, "slow.help");
    note.getStyleClass().addAll("mut", "note");
    note.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(track, Priority.ALWAYS);
    getChildren().addAll(title, play(hints), track, note);
    for (ObservableValue<?> cause : List.of(run.frameProperty(), run.runProperty(), lang.textsProperty())) {
      cause.subscribe(this::show);
    }
    model.positionProperty().subscribe(at -> track.requestLayout());
    managedProperty().bind(visibleProperty());
  }

  /** Where it shares its row, what the shares are of is not said. */
  public void compact(boolean wanted) {
    pseudoClassStateChanged(COMPACT, wanted);
    note.setVisible(!wanted);
    note.setManaged(!wanted);
    debugger.ifPresent(button -> button.compact(wanted));
  }

  /** What goes through a step op by op stands beside what goes through it slowly. */
  public void add(DebuggerSwitch button) {
    debugger = Optional.of(button);
    button.compact(!note.isManaged());
    getChildren().add(button);
  }

  private Button play(Hints hints) {
    Button play = new Button(null, Icon.PLAY.view());
    play.setId("slow-play");
    play.getStyleClass().addAll("icon-only", "small");
    play.setOnAction(event -> model.toggle());
    play.setFocusTraversable(false); // the bar itself takes the keys
    model.playingProperty().subscribe(on -> play.setGraphic((on ? Icon.PAUSE : Icon.PLAY).view()));
    hints.explain(play, new KeyCodeCombination(KeyCode.SPACE), "slow.play");
    return play;
  }

  private void show() {
    boolean measured = run.present().filter(seen -> !Double.isNaN(seen.timeShare(Phase.FORWARD))).isPresent();
    for (Phase phase : Phase.values()) {
      String name = lang.say("debugger.plan." + phase.name().toLowerCase(Locale.ROOT));
      parts.get(phase).setText(measured ? lang.say("slow.part", name, lang.numbers().percent(share(phase))) : name);
    }
    track.pseudoClassStateChanged(UNMEASURED, !measured);
    note.setText(lang.say(measured ? "slow.share" : "slow.unmeasured"));
    List<Double> widths = Arrays.stream(Phase.values()).map(this::share).toList();
    if (!widths.equals(shown)) {
      shown = widths;
      track.requestLayout();
    }
  }

  /** In whole percent, as it is written, so that a part stands still while its number does. */
  private double share(Phase phase) {
    double share = run.present().map((Snapshot seen) -> seen.timeShare(phase)).orElse(Double.NaN);
    return Double.isNaN(share) ? 1.0 / Phase.values().length : Math.rint(100 * share) / 100;
  }

  /** The four parts and the playhead over them. */
  private final class Track extends Pane {
    Track() {
      getStyleClass().add("slow-track");
      for (Phase phase : Phase.values()) {
        Label part = new Label();
        part.getStyleClass().addAll("part", phase.name().toLowerCase(Locale.ROOT));
        part.setMouseTransparent(true);
        parts.put(phase, part);
      }
      getChildren().addAll(parts.values());
      head.getStyleClass().add("playhead");
      head.setMouseTransparent(true);
      getChildren().add(head);
      setFocusTraversable(true);
      setAccessibleRole(AccessibleRole.SLIDER);
      accessibleTextProperty().bind(lang.bind("slow.title"));
      addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
      addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
      addEventHandler(MouseEvent.MOUSE_RELEASED, event -> model.release());
      addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void drag(MouseEvent event) {
      requestFocus();
      model.drag(position(event.getX()));
      event.consume();
    }

    private void press(KeyEvent event) {
      if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
        return;
      }
      switch (event.getCode()) {
        case SPACE -> model.toggle();
        case RIGHT -> model.go(1);
        case LEFT -> model.go(-1);
        case HOME -> model.go(-model.course().size());
        case END -> model.go(model.course().size());
        default -> {
          return;
        }
      }
      event.consume();
    }

    @Override
    protected double computePrefWidth(double height) {
      return parts.values().stream().mapToDouble(part -> part.prefWidth(-1)).sum() + GAP * (parts.size() - 1);
    }

    /** Narrow parts keep the room of their words. */
    @Override
    protected void layoutChildren() {
      double left = getWidth() - GAP * (parts.size() - 1);
      double words = parts.values().stream().mapToDouble(part -> part.prefWidth(-1)).sum();
      double spare = Math.max(0, left - words);
      double x = 0;
      for (Map.Entry<Phase, Label> part : parts.entrySet()) {
        double width = Math.min(left, part.getValue().prefWidth(-1) + spare * share(part.getKey()));
        part.getValue().resizeRelocate(x, 0, width, getHeight());
        x += width + GAP;
      }
      double at = model.positionProperty().get();
      head.setVisible(at > 0 && !model.course().isEmpty());
      head.resizeRelocate(Math.rint(x(at)) - 2, -2, 4, getHeight() + 4);
    }

    /** Where so many ops have run: the ops of a part share its room evenly. */
    private double x(double ops) {
      int before = 0;
      for (Map.Entry<Phase, Label> part : parts.entrySet()) {
        int count = count(part.getKey());
        if (ops <= before + count) {
          return part.getValue().getLayoutX() + part.getValue().getWidth() * (count == 0 ? 0 : (ops - before) / count);
        }
        before += count;
      }
      return getWidth();
    }

    private double position(double x) {
      int before = 0;
      for (Map.Entry<Phase, Label> part : parts.entrySet()) {
        double right = part.getValue().getLayoutX() + part.getValue().getWidth();
        int count = count(part.getKey());
        if (x <= right) {
          return before + count * Math.max(0, x - part.getValue().getLayoutX()) / part.getValue().getWidth();
        }
        before += count;
      }
      return before;
    }

    private int count(Phase phase) {
      return (int) model.course().stream().map(Cursor::phase).filter(phase::equals).count();
    }
  }
}
