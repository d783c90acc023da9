package studio.backprop.ui.inside.debugger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import studio.backprop.observe.Snapshot;
import studio.backprop.train.Cursor.Phase;
import studio.backprop.train.TurnSpec;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * One step as a bar: forward, loss, backward, update, each as wide as its measured share of the time at full speed. Play runs a real step
 * slowly; a drag runs its ops forward or back.
 */
public final class SlowMotionBar extends HBox {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  /** While there are no measurements. */
  private static final PseudoClass UNMEASURED = PseudoClass.getPseudoClass("unmeasured");
  private static final double GAP = 3;
  private static final double BETWEEN = 10;
  /** Around the text of a part. */
  private static final double PADDING = 22;
  private static final double COMPACT_PADDING = 9;
  private static final TurnSpec ONE = new TurnSpec(Optional.empty(), 1, 0, new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN});

  private final SlowMotion model;
  private final RunModel run;
  private final Lang lang;
  private final List<Part> parts = new ArrayList<>();
  private final List<Label> titles = new ArrayList<>();
  private final Region head = new Region();
  private final Track track;
  private final ActingParts acting;
  private final Label note = new Label();
  private Optional<DebuggerSwitch> debugger = Optional.empty();
  private List<Double> shown = List.of();
  private boolean compact;
  /** Whether the texts are abbreviated. */
  private boolean terse;
  private boolean shares = true;
  private List<TurnSpec> passes = List.of(ONE);

  private record Part(int pass, Phase phase, Label label) {}

  public SlowMotionBar(SlowMotion model, RunModel run, Lang lang, Hints hints) {
    this.model = model;
    this.run = run;
    this.lang = lang;
    track = new Track();
    acting = new ActingParts(run, lang, hints);
    getStyleClass().add("slow-bar");
    Label title = new Label();
    title.getStyleClass().add("title");
    title.setMinWidth(USE_PREF_SIZE);
    title.textProperty().bind(lang.bind("slow.title"));
    hints.explain(title, "slow.help");
    note.getStyleClass().addAll("mut", "note");
    note.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(track, Priority.ALWAYS);
    getChildren().addAll(title, play(hints), acting, track, note);
    for (ObservableValue<?> cause : List.of(run.frameProperty(), run.runProperty(), lang.textsProperty())) {
      cause.subscribe(this::show);
    }
    model.positionProperty().subscribe(at -> track.requestLayout());
    managedProperty().bind(visibleProperty());
  }

  /** Where it shares its row, omits the caption of the shares. */
  public void compact(boolean wanted) {
    pseudoClassStateChanged(COMPACT, wanted);
    compact = wanted;
    acting.compact(wanted);
    showNote();
    debugger.ifPresent(button -> button.compact(wanted || acting.isVisible()));
  }

  /** Adds the button of op-by-op stepping. */
  public void add(DebuggerSwitch button) {
    debugger = Optional.of(button);
    button.compact(compact);
    getChildren().add(button);
  }

  /** Hides the note where several passes need its room. */
  private void showNote() {
    boolean room = !compact && passes.size() == 1 && !acting.isVisible();
    note.setVisible(room);
    note.setManaged(room);
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
    List<TurnSpec> now = passes();
    boolean same = alike(now, passes) && !parts.isEmpty();
    passes = now;
    acting.show();
    debugger.ifPresent(button -> button.compact(compact || acting.isVisible()));
    if (!same) {
      track.rebuild();
      showNote();
    }
    boolean measured = passes.stream().noneMatch(pass -> Double.isNaN(pass.share(Phase.FORWARD)));
    for (Part part : parts) {
      String name = word(part, terse);
      part.label().setText(measured && titles.isEmpty() && shares ? withShare(part, name) : name);
    }
    for (int i = 0; i < titles.size(); i++) {
      TurnSpec pass = passes.get(i);
      String title = title(pass, terse);
      titles.get(i).setText(pass.turns() > 1 ? lang.say("slow.turns", title, pass.turns()) : title);
    }
    track.pseudoClassStateChanged(UNMEASURED, !measured);
    note.setText(lang.say(measured ? "slow.share" : "slow.unmeasured"));
    List<Double> widths = parts.stream().map(this::share).toList();
    if (!widths.equals(shown)) {
      shown = widths;
      track.requestLayout();
    }
  }

  /** Passes of the shown step. Durations are measured in the run itself: a past step entered op by op has none. */
  private List<TurnSpec> passes() {
    List<TurnSpec> looked = run.snapshot().map(Snapshot::passes).filter(all -> !all.isEmpty()).orElse(List.of(ONE));
    return run.present().map(Snapshot::passes).filter(measured -> alike(measured, looked)).orElse(looked);
  }

  private static boolean alike(List<TurnSpec> some, List<TurnSpec> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same = some.get(i).title().equals(others.get(i).title());
    }
    return same;
  }

  private String word(Part part, boolean shortened) {
    return lang.say((shortened ? "slow.short." : "debugger.plan.") + part.phase().name().toLowerCase(Locale.ROOT));
  }

  private String title(TurnSpec pass, boolean shortened) {
    return pass.title().map(title -> shortened ? lang.say(title.key() + ".short") : lang.say(title)).orElse("");
  }

  private String withShare(Part part, String name) {
    double exact = passes.get(part.pass()).share(part.phase()); // less than half a percent is not none
    return lang.say("slow.part", name, lang.numbers().partPercent(Double.isNaN(exact) ? share(part) : exact));
  }

  /** Abbreviates texts, or omits the shares, until they fit. */
  private void shorten(double room) {
    boolean agent = acting.isVisible() && passes.size() == 1;
    boolean wasTerse = terse;
    boolean wereShares = shares;
    if (titles.isEmpty()) {
      shares = whole(agent, true) <= room;
      terse = whole(false, shares) > room;
    } else {
      shares = true;
      terse = whole(false, false) > room;
    }
    if (terse != wasTerse || shares != wereShares) {
      show();
    }
  }

  /** Total width of the texts; two passes side by side, or one beside the collection phase, may exceed the room. */
  private double whole(boolean shortened, boolean withShares) {
    double wide = 0;
    for (Part part : parts) {
      String name = word(part, shortened);
      wide += Fonts.width(withShares ? withShare(part, name) : name, part.label().getFont()) + (compact ? COMPACT_PADDING : PADDING);
    }
    for (int i = 0; i < titles.size(); i++) {
      wide += Fonts.width(title(passes.get(i), false), titles.get(i).getFont()) + BETWEEN;
    }
    return wide;
  }

  /** In whole percent, as displayed, so that a part moves only when its number changes. */
  private double share(Part part) {
    double share = passes.get(part.pass()).share(part.phase());
    return Double.isNaN(share) ? 1.0 / parts.size() : Math.rint(100 * share) / 100;
  }

  /** The four parts and the playhead over them. */
  private final class Track extends Pane {
    Track() {
      getStyleClass().add("slow-track");
      head.getStyleClass().add("playhead");
      head.setMouseTransparent(true);
      rebuild();
      setFocusTraversable(true);
      setAccessibleRole(AccessibleRole.SLIDER);
      accessibleTextProperty().bind(lang.bind("slow.title"));
      addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
      addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
      addEventHandler(MouseEvent.MOUSE_RELEASED, event -> model.release());
      addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    /** Rebuilds the parts for the passes of the step. */
    private void rebuild() {
      parts.clear();
      titles.clear();
      getChildren().clear();
      for (int pass = 0; pass < passes.size(); pass++) {
        if (passes.get(pass).title().isPresent()) {
          Label title = new Label();
          title.getStyleClass().addAll("note", "strong");
          title.setMouseTransparent(true);
          titles.add(title);
          getChildren().add(title);
        }
        for (Phase phase : Phase.values()) {
          Label label = new Label();
          label.getStyleClass().addAll("part", phase.name().toLowerCase(Locale.ROOT));
          label.setMouseTransparent(true);
          parts.add(new Part(pass, phase, label));
          getChildren().add(label);
        }
      }
      getChildren().add(head);
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
      return titles.isEmpty() ? words() + GAP * (parts.size() - 1) : 1;
    }

    private double words() {
      return parts.stream().mapToDouble(part -> part.label().prefWidth(-1)).sum()
          + titles.stream().mapToDouble(title -> title.prefWidth(-1)).sum();
    }

    /** Narrow parts keep the width of their texts; the title of a turn precedes its parts. */
    @Override
    protected void layoutChildren() {
      double left = Math.max(1, getWidth() - GAP * (parts.size() - 1) - BETWEEN * titles.size() * 1.5);
      shorten(left);
      double spare = Math.max(0, left - words());
      double fit = Math.min(1, left / words()); // where not all words have room, each is cut short
      double x = 0;
      int titled = 0;
      for (Part part : parts) {
        if (part.phase() == Phase.FORWARD && titled < titles.size()) {
          Label title = titles.get(titled++);
          x += titled > 1 ? BETWEEN : 0;
          title.resizeRelocate(x, 0, fit * title.prefWidth(-1), getHeight());
          x += fit * title.prefWidth(-1) + BETWEEN / 2;
        }
        double width = Math.min(left, fit * part.label().prefWidth(-1) + spare * share(part));
        part.label().resizeRelocate(x, 0, width, getHeight());
        x += width + GAP;
      }
      double at = model.positionProperty().get();
      head.setVisible(at > 0 && !model.course().isEmpty());
      head.resizeRelocate(Math.rint(x(at)) - 2, -2, 4, getHeight() + 4);
    }

    /** Position of an op: the ops of a part share its width evenly. */
    private double x(double ops) {
      int before = 0;
      for (Part part : parts) {
        int count = count(part);
        if (ops <= before + count) {
          return part.label().getLayoutX() + part.label().getWidth() * (count == 0 ? 0 : (ops - before) / count);
        }
        before += count;
      }
      return getWidth();
    }

    private double position(double x) {
      int before = 0;
      for (Part part : parts) {
        double right = part.label().getLayoutX() + part.label().getWidth();
        int count = count(part);
        if (x <= right) {
          return before + count * Math.max(0, x - part.label().getLayoutX()) / part.label().getWidth();
        }
        before += count;
      }
      return before;
    }

    /** Number of ops in a part; of consecutive turns, their total. */
    private int count(Part part) {
      int first = passes.subList(0, part.pass()).stream().mapToInt(TurnSpec::turns).sum();
      int end = first + passes.get(part.pass()).turns();
      return (int) model.course().stream()
          .filter(cursor -> cursor.phase() == part.phase() && cursor.turn() >= first && cursor.turn() < end).count();
    }
  }
}
