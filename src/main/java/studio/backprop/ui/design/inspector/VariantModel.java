package studio.backprop.ui.design.inspector;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import studio.backprop.ui.kit.form.FormModel;

/** Choice of the kind of a record in the document, with the settings of the chosen one. */
public final class VariantModel<R> {
  private final ReadOnlyObjectWrapper<RecordKind<R>> variant = new ReadOnlyObjectWrapper<>(this, "variant");
  private final ReadOnlyObjectWrapper<FormModel<R>> form = new ReadOnlyObjectWrapper<>(this, "form");
  private final List<RecordKind<R>> variants;
  private final String id;
  private final FormModel.Edits<R> edits;
  private final Consumer<RecordKind<R>> choose;

  /**
   * @param id of the place in the document
   * @param edits puts changed settings into the document
   * @param choose puts another kind into the document
   */
  VariantModel(List<RecordKind<R>> variants, String id, ObservableValue<R> kept, FormModel.Edits<R> edits, Consumer<RecordKind<R>> choose) {
    this.variants = variants;
    this.id = id;
    this.edits = edits;
    this.choose = choose;
    kept.subscribe(this::follow);
  }

  public List<RecordKind<R>> variants() {
    return variants;
  }

  public ReadOnlyObjectProperty<RecordKind<R>> variantProperty() {
    return variant.getReadOnlyProperty();
  }

  /** Settings of the chosen kind; another form for each kind. */
  public ReadOnlyObjectProperty<FormModel<R>> formProperty() {
    return form.getReadOnlyProperty();
  }

  public void choose(RecordKind<R> chosen) {
    choose.accept(chosen);
  }

  private void follow(R record) {
    RecordKind<R> now = variants.stream().filter(v -> v.form().sameKind(v.fresh(), record)).findFirst().orElseThrow();
    if (now == variant.get()) {
      form.get().show(record);
    } else {
      form.set(new FormModel<>(now.form(), id, record, edits));
      variant.set(now);
    }
  }
}
