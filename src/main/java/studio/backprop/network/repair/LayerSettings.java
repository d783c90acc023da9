package studio.backprop.network.repair;

import java.util.List;
import java.util.Optional;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Init;

/** The settings of any layer by their names, so that a repair need not know the kinds of layers. */
public final class LayerSettings {
  private LayerSettings() {}

  public static Optional<Setting> find(Layer layer, String name) {
    return LayerCatalog.typeOf(layer).settings().stream().filter(setting -> setting.name().equals(name)).findFirst();
  }

  public static <T> Optional<T> value(Layer layer, String name, Class<T> kind) {
    LayerType type = LayerCatalog.typeOf(layer);
    return find(layer, name).map(setting -> type.form().value(layer, setting)).filter(kind::isInstance).map(kind::cast);
  }

  /** A copy with one setting changed; empty if there is no such setting, the value is not allowed, or it is there already. */
  public static Optional<Layer> with(Layer layer, String name, Object value) {
    LayerType type = LayerCatalog.typeOf(layer);
    return find(layer, name)
        .filter(setting -> setting.problem(value).isEmpty())
        .map(setting -> type.form().with(layer, setting, value))
        .filter(changed -> !changed.equals(layer));
  }

  /** How wide a layer's answer is set to be: its units or filters. */
  public static Optional<Setting> width(Layer layer) {
    return List.of("units", "filters").stream().flatMap(name -> find(layer, name).stream()).findFirst();
  }

  /** The setting that bends a layer's sums. */
  public static Optional<Setting> activation(Layer layer) {
    LayerType type = LayerCatalog.typeOf(layer);
    return type.settings().stream().filter(setting -> type.form().value(layer, setting) instanceof Activation).findFirst();
  }

  /** A copy with another activation and, where the initial weights were those that suited the old one, with those that suit the new. */
  public static Optional<Layer> bentBy(Layer layer, Activation function) {
    return activation(layer).flatMap(setting -> {
      Activation before = layer.activation();
      Optional<Layer> bent = with(layer, setting.name(), function);
      boolean suited = value(layer, "init", Init.class).filter(before.suitedInit()::equals).isPresent();
      return suited ? bent.map(changed -> with(changed, "init", function.suitedInit()).orElse(changed)) : bent;
    });
  }
}
