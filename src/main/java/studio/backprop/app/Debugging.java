package studio.backprop.app;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.inspector.InspectorView;
import studio.backprop.ui.design.palette.PaletteView;
import studio.backprop.ui.inside.debugger.DebuggerModel;
import studio.backprop.ui.inside.debugger.PlanView;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.window.shell.ShellView;

/** Layout of the window while the step debugger is open: plan left, values right, full height. */
final class Debugging {
  private final PaletteView palette;
  private final InspectorView inspector;
  private final DesignerModel network;
  private final ShellView shell;
  private final Lang lang;
  private final PlanView plan;
  private Runnable back = () -> {};

  Debugging(RoomContext at, DebuggerModel steps, PaletteView palette, InspectorView inspector, DesignerModel network) {
    this.palette = palette;
    this.inspector = inspector;
    this.network = network;
    this.shell = at.shell();
    this.lang = at.lang();
    plan = new PlanView(steps, at.lang(), at.typesetter(), at.motion(), at.theme());
  }

  void follow(ObservableValue<Boolean> open) {
    open.subscribe((before, now) -> {
      shell.raiseInspector(now);
      if (now) {
        open();
      } else {
        back.run();
      }
    });
  }

  private void open() {
    Tab before = palette.frontRoom();
    Tab room = palette.addRoom(Icon.RUNS, lang.bind("debugger.plan"), plan);
    if (!palette.narrowProperty().get()) {
      palette.show(room);
    }
    Runnable math = inspector.showMath();
    Runnable lens = lookAtNumbers();
    back = () -> {
      boolean front = palette.frontRoom() == room;
      palette.removeRoom(room);
      if (front && !palette.narrowProperty().get()) {
        palette.show(before);
      }
      math.run();
      lens.run();
      room.setContent(null);
    };
  }

  /** Selects a lens with numbers. */
  private Runnable lookAtNumbers() {
    if (network.lens() != Lens.STRUCTURE) {
      return () -> {};
    }
    Lens numbers = palette.narrowProperty().get() ? Lens.ACTIVATIONS : Lens.GRADIENTS; // gradients need more height
    network.lensProperty().set(numbers);
    return () -> {
      if (network.lens() == numbers) {
        network.lensProperty().set(Lens.STRUCTURE);
      }
    };
  }
}
