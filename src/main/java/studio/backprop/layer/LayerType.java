package studio.backprop.layer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;

/**
 * Registry entry of a layer.
 *
 * @param id in files and text keys, such as {@code conv2d}
 * @param prefix of default node names, such as {@code conv}
 * @param icon name in Material Design Icons
 * @param fresh with default settings
 * @param form of its settings
 */
public record LayerType(String id, Group group, String prefix, String icon, Layer fresh, Form<Layer> form) {
  static LayerType of(String id, Group group, String prefix, String icon, Layer fresh) {
    return new LayerType(id, group, prefix, icon, fresh, new Form<>(fresh.getClass(), "layer." + id));
  }

  public Message title() {
    return Message.of("layer." + id);
  }

  /** One-sentence help. */
  public Message help() {
    return Message.of("layer." + id + ".help");
  }

  public List<Setting> settings() {
    return form.settings();
  }

  /** The first setting out of its range, if any. */
  public Optional<Message> problem(Layer layer) {
    return form.problem(layer);
  }

  public Map<String, Object> values(Layer layer) {
    return form.values(layer);
  }
}
