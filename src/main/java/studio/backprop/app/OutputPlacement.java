package studio.backprop.app;

import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import studio.backprop.project.Agent;
import studio.backprop.text.Message;
import studio.backprop.ui.design.inspector.InspectorView;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.watch.plots.DockView;

/** Placement of the output view: first in the inspector of a narrow window, last in the dock of a wide one. */
final class OutputPlacement {
  static final String KEY = "Shift+W";
  private static final int OUTPUT = 3;

  private final RoomContext at;
  private final InspectorView inspector;
  private final DockView dock;
  private final BooleanExpression acts;
  private Tab tab;

  OutputPlacement(RoomContext at, InspectorView inspector, DockView dock) {
    this.at = at;
    this.inspector = inspector;
    this.dock = dock;
    this.acts = at.document().isOf(Agent.class);
  }

  /** @param presenting the output is borrowed meanwhile */
  void follow(ObservableValue<Boolean> presenting) {
    offer();
    for (ObservableValue<Boolean> cause : List.of(at.shell().narrowProperty(), presenting)) {
      cause.subscribe(now -> place(presenting.getValue()));
    }
  }

  /** Command that reveals the environment wherever it is placed. */
  private void offer() {
    at.shell().offer(List.of(Command.of("command.show_environment", Command.Group.VIEW, Icon.POINTS, KEY, this::show)
        .when(acts)));
    acts.subscribe(now -> {
      if (now && tab != null) {
        inspector.show(tab); // the main view is selected first
      }
    });
  }

  private void show() {
    if (tab == null) {
      dock.enlarge(OUTPUT);
    } else {
      inspector.show(tab);
    }
  }

  private void place(boolean presented) {
    boolean narrow = at.shell().narrowProperty().get();
    if (presented || narrow == (tab != null)) {
      return;
    }
    if (narrow) {
      tab = inspector.addFilledTab(0, at.lang().bind(acts.map(now -> Message.of(now ? "shell.world" : "shell.output"))), dock.giveOutput());
      Tooltip tip = new Tooltip();
      tip.textProperty().bind(at.lang().bind("kit.tip", Message.of("command.show_environment"),
          KeyCombination.valueOf(KEY).getDisplayText()));
      tab.tooltipProperty().bind(acts.map(now -> now ? tip : null));
      inspector.show(tab);
    } else {
      inspector.removeTab(tab);
      tab = null;
      dock.takeOutput();
    }
  }
}
