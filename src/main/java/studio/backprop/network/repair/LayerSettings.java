package studio.backprop.network.repair;

import java.util.List;
import java.util.Optional;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Init;

/** Generic access to layer settings by name, for repairs. */
public final class LayerSettings {
  private LayerSettings() {}

  public static Optional<Setting> find(Layer layer, String name) {
    return LayerCatalog.typeOf(layer).settings().stream().filter(setting -> setting.name().equals(name)).findFirst();
  }

  public static <T> Optional<T> value(Layer layer, String name, Class<T> kind) {
    LayerType type = LayerCatalog.typeOf(layer);
    return find(layer, name).map(setting -> type.form().value(layer, setting)).filter(kind::isInstance).map(kind::cast);
  }

  /** Copy with one setting changed; empty if there is no such setting, or the value is invalid or unchanged. */
  public static Optional<Layer> with(Layer layer, String name, Object value) {
    LayerType type = LayerCatalog.typeOf(layer);
    return find(layer, name)
        .filter(setting -> setting.problem(value).isEmpty())
        .map(setting -> type.form().with(layer, setting, value))
        .filter(changed -> !changed.equals(layer));
  }

  public static Optional<Setting> width(Layer layer) {
    return List.of("units", "filters").stream().flatMap(name -> find(layer, name).stream()).findFirst();
  }

  public static Optional<Setting> activation(Layer layer) {
    LayerType type = LayerCatalog.typeOf(layer);
    return type.settings().stream().filter(setting -> type.form().value(layer, setting) instanceof Activation).findFirst();
  }

  /** Copy with another activation and, if the initialization was the recommended one, that of the new activation. */
  public static Optional<Layer> bentBy(Layer layer, Activation function) {
    return activation(layer).flatMap(setting -> {
      Activation before = layer.activation();
      Optional<Layer> bent = with(layer, setting.name(), function);
      boolean suited = value(layer, "init", Init.class).filter(before.suitedInit()::equals).isPresent();
      return suited ? bent.map(changed -> with(changed, "init", function.suitedInit()).orElse(changed)) : bent;
    });
  }
}
