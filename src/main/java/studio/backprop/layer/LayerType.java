package studio.backprop.layer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;

/**
 * One entry of the palette: a kind of layer and how it is first placed.
 *
 * @param id the name in files and texts, such as {@code conv2d}
 * @param group where the palette shows it
 * @param prefix of the names of new nodes, such as {@code conv}
 * @param icon its picture, by the name Material Design Icons has for it
 * @param fresh the layer as it is first placed
 * @param form its settings
 */
public record LayerType(String id, Group group, String prefix, String icon, Layer fresh, Form<Layer> form) {
  static LayerType of(String id, Group group, String prefix, String icon, Layer fresh) {
    return new LayerType(id, group, prefix, icon, fresh, new Form<>(fresh.getClass(), "layer." + id));
  }

  public Message title() {
    return Message.of("layer." + id);
  }

  /** One sentence in a learner's words. */
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
