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

/**
 * The settings of one record while a person edits them. The record lives in the document: a change goes there as an edit, and comes back
 * by {@link #show}, so that undo needs nothing of its own.
 *
 * @param <R> the record
 */
public final class FormModel<R> {
  private static final Set<Kind> STEADY = Set.of(Kind.SWITCH, Kind.CHOICE);

  /**
   * Where changes go.
   *
   * @param <R> the record
   */
  public interface Edits<R> {
    /** @param merge edits in a row with this key are one entry of the history; empty for an entry of its own */
    void change(Setting setting, String merge, UnaryOperator<R> change);

    /** Ends a run of edits that merge. */
    void settle();
  }

  private final Form<R> form;
  private final String id;
  private final Edits<R> edits;
  private final List<NumberModel> numbers = new ArrayList<>();
  private List<Setting> shown;
  private final ReadOnlyObjectWrapper<R> record = new ReadOnlyObjectWrapper<>(this, "record");

  /** @param id tells the record from others of the document, so that edits of two of them never merge */
  public FormModel(Form<R> form, String id, R first, Edits<R> edits) {
    this.form = form;
    this.id = id;
    this.edits = edits;
    this.shown = form.settings();
    record.set(first);
  }

  // --- what there is to see

  public List<Setting> settings() {
    return shown;
  }

  /** Shows some of the settings alone. */
  public FormModel<R> only(List<Setting> some) {
    shown = List.copyOf(some);
    return this;
  }

  /** The record as it is now. */
  public ReadOnlyObjectProperty<R> recordProperty() {
    return record.getReadOnlyProperty();
  }

  public ObservableValue<Object> value(Setting setting) {
    return record.map(r -> form.value(r, setting));
  }

  /** Whether a setting means anything, given the others. */
  public ObservableValue<Boolean> applies(Setting setting) {
    return record.map(r -> form.applies(r, setting));
  }

  /** A field for a setting that is one number. */
  public NumberModel number(Setting setting) {
    return part(setting, value -> ((Number) value).doubleValue(), (old, typed) -> numberOf(setting, typed));
  }

  /**
   * A field for one number within a setting's value, such as the height of a kernel.
   *
   * @param read takes the number out of the value
   * @param write puts a number into the old value
   */
  public NumberModel part(Setting setting, Function<Object, Double> read, BiFunction<Object, Double, Object> write) {
    ObservableValue<Double> kept = value(setting).map(read);
    NumberModel number = Kept.number(rangeOf(setting), kept, typed -> set(setting, write.apply(form.value(record.get(), setting), typed)));
    numbers.add(number);
    return number;
  }

  // --- what can be done

  /** The document has changed: this is the record now. What was refused in a field is forgotten. */
  public void show(R now) {
    record.set(now);
    numbers.forEach(NumberModel::restore);
  }

  /** @throws IllegalArgumentException if the value is out of its range: fields refuse such values before they come here */
  public void set(Setting setting, Object value) {
    setting.problem(value).ifPresent(problem -> {
      throw new IllegalArgumentException(problem.toString());
    });
    String merge = STEADY.contains(setting.kind()) ? "" : id + "." + setting.name();
    edits.change(setting, merge, r -> form.with(r, setting, value));
  }

  /** Ends a run of merging edits, as when the person leaves a field. */
  public void settle() {
    edits.settle();
  }

  private static Object numberOf(Setting setting, double typed) {
    if (setting.kind() == Kind.WHOLE) {
      return (int) typed;
    }
    return typed;
  }

  /** Counts go in ones, shares in hundredths, and what spans powers of ten along 1, 2, 5. */
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
