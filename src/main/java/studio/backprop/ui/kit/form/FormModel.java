package studio.backprop.ui.kit.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;
import studio.backprop.setting.Setting.Kind;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;

/** Settings of one record of the document in a form. A change is an edit of the document and comes back by {@link #show}, as does undo. */
public final class FormModel<R> {
  private static final Set<Kind> STEADY = Set.of(Kind.SWITCH, Kind.CHOICE);

  /** Target of changes. */
  public interface Edits<R> {
    /** @param merge consecutive edits with this key are one history entry; empty for an entry of its own */
    void change(Setting setting, String merge, UnaryOperator<R> change);

    /** Ends a sequence of merging edits. */
    void settle();
  }

  private final Form<R> form;
  private final String id;
  private final Edits<R> edits;
  private final List<NumberModel> numbers = new ArrayList<>();
  private List<Setting> shown;
  private final ReadOnlyObjectWrapper<R> record = new ReadOnlyObjectWrapper<>(this, "record");

  /** @param id of the record within the document, so that edits of different records never merge */
  public FormModel(Form<R> form, String id, R first, Edits<R> edits) {
    this.form = form;
    this.id = id;
    this.edits = edits;
    this.shown = form.settings();
    record.set(first);
  }

  // --- state

  public List<Setting> settings() {
    return shown;
  }

  public FormModel<R> only(List<Setting> some) {
    shown = List.copyOf(some);
    return this;
  }

  public ReadOnlyObjectProperty<R> recordProperty() {
    return record.getReadOnlyProperty();
  }

  public ObservableValue<Object> value(Setting setting) {
    return record.map(r -> form.value(r, setting));
  }

  /** Whether a setting has an effect, given the others. */
  public ObservableValue<Boolean> applies(Setting setting) {
    return record.map(r -> form.applies(r, setting));
  }

  /** Model of a numeric setting. */
  public NumberModel number(Setting setting) {
    return part(setting, value -> ((Number) value).doubleValue(), (old, typed) -> numberOf(setting, typed));
  }

  /** Model of one number within a compound setting, such as the height of a kernel. */
  public NumberModel part(Setting setting, Function<Object, Double> read, BiFunction<Object, Double, Object> write) {
    ObservableValue<Double> kept = value(setting).map(read);
    NumberModel number = Kept.number(rangeOf(setting), kept, typed -> set(setting, write.apply(form.value(record.get(), setting), typed)));
    numbers.add(number);
    return number;
  }

  // --- actions

  /** Shows the record after a change of the document; clears rejected entries. */
  public void show(R now) {
    record.set(now);
    numbers.forEach(NumberModel::restore);
  }

  /** @throws IllegalArgumentException if the value is out of range; fields reject such values first */
  public void set(Setting setting, Object value) {
    setting.problem(value).ifPresent(problem -> {
      throw new IllegalArgumentException(problem.toString());
    });
    String merge = STEADY.contains(setting.kind()) ? "" : id + "." + setting.name();
    edits.change(setting, merge, r -> form.with(r, setting, value));
  }

  public void settle() {
    edits.settle();
  }

  private static Object numberOf(Setting setting, double typed) {
    if (setting.kind() == Kind.WHOLE) {
      return (int) typed;
    }
    return typed;
  }

  /** Integers step by 1, fractions by 0.01, ranges over powers of ten by 1, 2, 5. */
  private static NumberRange rangeOf(Setting setting) {
    double min = setting.range().min();
    double max = setting.range().max();
    if (setting.kind() != Kind.REAL) {
      return NumberRange.whole((long) min, (long) max);
    }
    boolean wide = min > 0 || min == 0 && max > 1;
    return NumberRange.real(min, max, wide ? 0 : 0.01);
  }
}
