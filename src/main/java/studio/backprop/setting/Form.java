package studio.backprop.setting;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import studio.backprop.text.Message;

/**
 * Form of a kind of record, derived from its components by reflection: order, values, ranges, and modified copies.
 *
 * @param <R> the record
 */
public final class Form<R> {
  private final Constructor<? extends R> constructor;
  private final RecordComponent[] components;
  private final List<Setting> kept;
  private final List<Setting> settings;

  /**
   * @param type a record class whose components are settings
   * @param prefix of text keys: where {@code layer.dense.units} exists it is the title, otherwise {@code setting.units}
   */
  public Form(Class<? extends R> type, String prefix) {
    this.components = type.getRecordComponents();
    Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      this.constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " is not a record", e);
    }
    this.kept = Arrays.stream(components).map(c -> Setting.of(c, prefix)).toList();
    this.settings = kept.stream().filter(setting -> !components[kept.indexOf(setting)].isAnnotationPresent(Fixed.class)).toList();
  }

  /** Settings shown to the user. */
  public List<Setting> settings() {
    return settings;
  }

  /** Settings stored in a file, including {@link Fixed} ones. */
  public List<Setting> kept() {
    return kept;
  }

  /** Whether two records have the same class and equal {@link Fixed} components. */
  public boolean sameKind(R one, Object other) {
    return one.getClass() == other.getClass() && Arrays.stream(components)
        .filter(component -> component.isAnnotationPresent(Fixed.class))
        .allMatch(component -> Objects.equals(read(component, one), read(component, other)));
  }

  public Object value(R record, Setting setting) {
    return read(components[kept.indexOf(setting)], record);
  }

  /** Values by name, in order, as stored in a file. */
  public Map<String, Object> values(R record) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : components) {
      values.put(component.getName(), read(component, record));
    }
    return values;
  }

  public R with(R record, Setting setting, Object value) {
    Map<String, Object> values = values(record);
    values.put(setting.name(), value);
    return make(values);
  }

  /** Creates a record; every setting must have a value. */
  public R make(Map<String, Object> values) {
    Object[] args = kept.stream().map(s -> values.get(s.name())).toArray();
    try {
      return constructor.newInstance(args);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first value out of its range, if any. */
  public Optional<Message> problem(R record) {
    return settings.stream().filter(s -> applies(record, s)).flatMap(s -> s.problem(value(record, s)).stream()).findFirst();
  }

  /** Whether a setting is applicable, given the others. */
  public boolean applies(R record, Setting setting) {
    return setting.shown().map(shown -> Objects.toString(values(record).get(shown.when())).equals(shown.is())).orElse(true);
  }

  private static Object read(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
