package studio.backprop.ui.design.palette;

import java.util.function.Consumer;
import studio.backprop.layer.LayerType;
import studio.backprop.observe.LayerDemo;

/** Lets a kind of layer do its work on an example. */
public interface Demos {
  /** @param done hears what came of it, on the screen's thread; never where no example suits the layer */
  void ask(LayerType type, Consumer<LayerDemo> done);
}
