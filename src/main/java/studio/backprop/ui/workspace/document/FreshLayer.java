package studio.backprop.ui.workspace.document;

import java.util.Optional;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.network.repair.LayerSettings;
import studio.backprop.project.DataForm;
import studio.backprop.project.Readiness;

/** A layer as it is first placed, with settings that suit the data and what it reads. */
final class FreshLayer {
  /** From so many numbers on, such as the pixels of an image, the few units that suit points of a plane learn too little. */
  private static final long MANY = 256;

  private static final int UNITS_FOR_MANY = 32;

  private FreshLayer() {}

  /**
   * @param width numbers that it reads of an example; 0 while that is not known
   * @param form of the data, where it is known
   */
  static Layer of(LayerType type, long width, Optional<DataForm> form) {
    Layer layer = type.fresh();
    if (layer.isInput() && form.isPresent()) {
      return LayerCatalog.input(form.get().input());
    }
    if (layer.neurons() > 0 && width >= MANY) {
      return LayerSettings.with(layer, "units", UNITS_FOR_MANY).orElse(layer);
    }
    return layer.isOutput() && form.isPresent() ? LayerCatalog.output(Readiness.goal(form.get()).loss(width)) : layer;
  }
}
