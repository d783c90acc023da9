package studio.backprop.ui.design.palette;

import java.util.function.Consumer;
import studio.backprop.layer.LayerType;
import studio.backprop.observe.LayerDemo;

/** Computes a demonstration of a layer type on an example. */
public interface Demos {
  /** @param done receives the result on the JavaFX thread; not called where no example suits the layer */
  void ask(LayerType type, Consumer<LayerDemo> done);
}
