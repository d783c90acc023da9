package studio.backprop.layer;

import java.util.List;
import java.util.Optional;

/** Every kind of layer there is, in the palette's order. To add a layer, write its record and add a line here. */
public final class LayerCatalog {
  private static final List<LayerType> TYPES =
      List.of(
          LayerType.of("input", Group.BASIC, "input", Input.row(2)),
          LayerType.of("dense", Group.BASIC, "dense", Dense.of(8, Activation.RELU)),
          LayerType.of("activation", Group.BASIC, "act", new Activate(Activation.RELU)),
          LayerType.of("output", Group.LOSS, "loss", Output.of(Loss.CROSS_ENTROPY)));

  private LayerCatalog() {}

  public static List<LayerType> types() {
    return TYPES;
  }

  public static Optional<LayerType> find(String id) {
    return TYPES.stream().filter(type -> type.id().equals(id)).findFirst();
  }

  public static LayerType typeOf(Layer layer) {
    return TYPES.stream()
        .filter(type -> type.fresh().getClass() == layer.getClass())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(layer.getClass() + " is not in the catalog"));
  }
}
