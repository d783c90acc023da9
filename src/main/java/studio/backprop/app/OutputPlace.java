package studio.backprop.app;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import studio.backprop.ui.inspector.InspectorView;
import studio.backprop.ui.plots.DockView;

/** In a narrow window the output stands first in the inspector, in a wide one last in the dock. */
final class OutputPlace {
  private final RoomContext at;
  private final InspectorView inspector;
  private final DockView dock;
  private Tab tab;

  OutputPlace(RoomContext at, InspectorView inspector, DockView dock) {
    this.at = at;
    this.inspector = inspector;
    this.dock = dock;
  }

  /** @param presenting while the output is presented, it belongs to neither */
  void follow(ObservableValue<Boolean> presenting) {
    for (ObservableValue<Boolean> cause : List.of(at.shell().narrowProperty(), presenting)) {
      cause.subscribe(now -> place(presenting.getValue()));
    }
  }

  private void place(boolean presented) {
    boolean narrow = at.shell().narrowProperty().get();
    if (presented || narrow == (tab != null)) {
      return;
    }
    if (narrow) {
      tab = inspector.addFilledTab(0, at.lang().bind("shell.output"), dock.giveOutput());
      inspector.show(tab);
    } else {
      inspector.removeTab(tab);
      tab = null;
      dock.takeOutput();
    }
  }
}
