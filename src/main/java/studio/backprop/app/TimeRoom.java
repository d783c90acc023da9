package studio.backprop.app;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.ui.design.palette.PaletteView;
import studio.backprop.ui.inside.debugger.DebuggerModel;
import studio.backprop.ui.inside.debugger.DebuggerSwitch;
import studio.backprop.ui.inside.debugger.SlowMotion;
import studio.backprop.ui.inside.debugger.SlowMotionBar;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.watch.plots.DockView;
import studio.backprop.ui.watch.time.BranchPanel;
import studio.backprop.ui.watch.time.LapseCard;
import studio.backprop.ui.watch.time.TimeLapse;
import studio.backprop.ui.watch.time.TimeModel;
import studio.backprop.ui.watch.time.TimeView;

/** Time machine and slow motion below the canvas. */
final class TimeRoom {
  private final TimeModel times;
  private final TimeView time;
  private final SlowMotion slow;
  private final SlowMotionBar slowBar;
  private final VBox canvasOverTime;

  /**
   * @param middle the canvas, or the page in its place
   * @param tall whether that needs the height
   */
  TimeRoom(RoomContext at, StackPane middle, ObservableValue<Boolean> tall, DebuggerModel steps, PaletteView palette) {
    times = new TimeModel(at.run());
    time = new TimeView(times, at.lang(), at.hints(), at.theme());
    at.shell().offer(time.commands());
    palette.addRoom(Icon.BRANCH, at.lang().bind("branch.room"), new BranchPanel(times, at.lang(), at.hints()));
    slow = new SlowMotion(steps, at.motion());
    slowBar = new SlowMotionBar(slow, at.run(), at.lang(), at.hints());
    slowBar.visibleProperty().bind(steps.shownProperty().not().and(at.run().runProperty().isNotNull()));
    StepRow overTime = new StepRow(slowBar, givingRoom(steps), at.shell().narrowProperty(), time.severalProperty(), beside -> {
      slowBar.compact(beside);
      time.compact(beside);
    });
    TimeFold fold = new TimeFold(tall, overTime, times, at.lang(), at.hints());
    canvasOverTime = new VBox(middle, fold, overTime);
    VBox.setVgrow(middle, Priority.ALWAYS);
    canvasOverTime.setMinSize(0, 0);
  }

  /** Hidden between canvas and debugger, except at a past step, for the way back. */
  private StackPane givingRoom(DebuggerModel steps) {
    StackPane place = new StackPane(time);
    place.visibleProperty().bind(steps.shownProperty().and(times.stateProperty().isNotEqualTo(TimeModel.State.PAST)).not());
    place.managedProperty().bind(place.visibleProperty());
    return place;
  }

  /** Shows or hides both. */
  void show(boolean wanted) {
    canvasOverTime.getChildren().stream().skip(1).forEach(row -> {
      row.visibleProperty().unbind();
      row.managedProperty().unbind();
      row.setVisible(wanted);
      row.setManaged(wanted);
    });
  }

  /** Film export of any view; for network and output also beside their picture export. */
  void offerFilms(RoomContext at, DockView dock, Region inspector, Region inside) {
    TimeLapse lapse = new TimeLapse(times, at.lang(), at.pulse());
    List<Command> often = List.of(lapse.of("lapse.network", canvasOverTime), lapse.of("lapse.output", dock.views().get(3)));
    at.shell().list(often);
    at.shell().export(often);
    at.shell().list(List.of(
        lapse.of("lapse.loss", dock.views().get(0)), lapse.of("lapse.measure", dock.views().get(1)),
        lapse.of("lapse.flow", dock.views().get(2)), lapse.of("lapse.inspector", inspector), lapse.of("lapse.inside", inside),
        lapse.of("lapse.window", at.shell())));
    at.frame().say(new LapseCard(lapse, at.lang()));
  }

  void add(DebuggerSwitch button) {
    slowBar.add(button);
  }

  TimeModel times() {
    return times;
  }

  TimeView time() {
    return time;
  }

  SlowMotion slow() {
    return slow;
  }

  /** The canvas above the time machine. */
  VBox canvasOverTime() {
    return canvasOverTime;
  }
}
