package studio.backprop.ui.design.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import studio.backprop.network.Node;
import studio.backprop.optim.Optimizer;
import studio.backprop.project.AdversarialSettings;
import studio.backprop.project.WhoTrains;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.form.FormModel;
import studio.backprop.ui.workspace.document.AdversarialEdits;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.GeneratorModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Settings and state of adversarial training: generator, discriminator and the generator's output. */
final class AdversarialModel {
  private static final String TRAINS = "trains";

  private final DocumentModel document;
  private final AdversarialEdits edits;
  private final GeneratorModel generator;
  private final FormModel<AdversarialSettings> form;
  private final ReadOnlyObjectWrapper<Optional<FormModel<Optimizer>>> own = new ReadOnlyObjectWrapper<>(this, "own", Optional.empty());
  private Optional<Class<?>> ownKind = Optional.empty();

  AdversarialModel(DocumentModel document, RunModel run) {
    this.document = document;
    this.edits = new AdversarialEdits(document);
    this.generator = run.generator();
    List<Setting> shown = AdversarialSettings.FORM.settings().stream().filter(setting -> !setting.name().equals(TRAINS)).toList();
    form = new FormModel<>(AdversarialSettings.FORM, "adversarial", edits.settings().getValue(), new FormModel.Edits<>() {
      @Override
      public void change(Setting setting, String merge, UnaryOperator<AdversarialSettings> change) {
        edits.change(setting.title(), merge, change);
      }

      @Override
      public void settle() {
        edits.settle();
      }
    }).only(shown);
    ObservableValue<AdversarialSettings> kept = edits.settings();
    kept.subscribe(() -> form.show(kept.getValue()));
    edits.optimizer().subscribe(this::follow);
  }

  /** Another kind of optimizer has another form. */
  private void follow(Optional<Optimizer> now) {
    Optional<Class<?>> kind = now.map(Object::getClass);
    if (kind.equals(ownKind)) {
      now.ifPresent(record -> own.get().ifPresent(shown -> shown.show(record)));
      return;
    }
    ownKind = kind;
    own.set(now.map(record -> new FormModel<>(kindOf(record).orElseThrow().form(), "adversarial.optimizer", record,
        new FormModel.Edits<Optimizer>() {
          @Override
          public void change(Setting setting, String merge, UnaryOperator<Optimizer> change) {
            edits.optimizer(setting.title(), merge, change);
          }

          @Override
          public void settle() {
            edits.settle();
          }
        })));
  }

  private static Optional<RecordKind<Optimizer>> kindOf(Optimizer one) {
    return RecordKind.OPTIMIZERS.stream().filter(kind -> kind.fresh().getClass() == one.getClass()).findFirst();
  }

  /** Settings of the discriminator's own optimizer; empty where both share one. */
  ReadOnlyObjectProperty<Optional<FormModel<Optimizer>>> optimizerForm() {
    return own.getReadOnlyProperty();
  }

  /** Whether the project is a GAN. */
  ObservableValue<Boolean> there() {
    return edits.there();
  }

  FormModel<AdversarialSettings> form() {
    return form;
  }

  ObservableValue<WhoTrains> trains() {
    return edits.settings().map(AdversarialSettings::trains);
  }

  void train(WhoTrains who) {
    edits.train(who);
  }

  /** Kind of the discriminator's own optimizer; empty where both share one. */
  ObservableValue<Optional<RecordKind<Optimizer>>> optimizer() {
    return edits.optimizer().map(now -> now.flatMap(AdversarialModel::kindOf));
  }

  /** Takes the generator's settings where both are of one kind, otherwise the defaults. */
  void optimize(Optional<RecordKind<Optimizer>> kind) {
    edits.optimize(Message.of("adversarial.optimizer"), "", kind.map(RecordKind::fresh).map(edits::likeTheUsual));
  }

  String name(int node) {
    return document.network().find(node).map(Node::name).orElse("");
  }

  /** Samples of the generator with the discriminator's output. */
  GeneratorModel generator() {
    return generator;
  }
}
