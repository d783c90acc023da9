package studio.backprop.app;

import studio.backprop.run.Status;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.workspace.run.RunModel;

/** Switches the canvas to activations on the user's very first Play, since the structure would stand still. Once only. */
final class FirstPlay {
  private static final String KEY = "played";

  private boolean played;

  FirstPlay(RunModel run, DesignerModel network) {
    run.statusProperty().subscribe(status -> {
      if (status.state() == Status.State.PLAYING && !played) {
        played = true;
        if (network.lens() == Lens.STRUCTURE) {
          network.lensProperty().set(Lens.ACTIVATIONS);
        }
      }
    });
  }

  void restore(Preferences preferences) {
    played = preferences.number(KEY, 0) > 0;
  }

  void keep(Preferences preferences) {
    preferences.set(KEY, played ? 1 : 0);
  }
}
