package studio.backprop.ui.workspace.document;

import java.util.Optional;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.network.repair.LayerSettings;
import studio.backprop.project.DataForm;
import studio.backprop.project.Readiness;

/** Default settings of a new layer, by the data and its input. */
final class FreshLayer {
  /** Input size, such as the pixels of an image, from which the few units that suit points of a plane are too few. */
  private static final long MANY = 256;

  private static final int UNITS_FOR_MANY = 32;

  private FreshLayer() {}

  /** @param width input size per example; 0 if unknown */
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
