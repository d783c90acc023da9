package studio.backprop.ui.design.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Concatenate;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Edit;
import studio.backprop.network.Network;
import studio.backprop.optim.Sgd;
import studio.backprop.run.Status;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Init;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.design.inspector.InspectorModel.Subject;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.form.FormModel;
import studio.backprop.ui.panels.Desk;

class InspectorModelTest {
  @AutoClose private final Desk desk = new Desk(Desk.circles());
  private final InspectorModel model = desk.inspector;

  private static Setting setting(FormModel<?> form, String name) {
    return form.settings().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private NumberModel units() {
    FormModel<Layer> form = model.formProperty().get();
    return form.number(setting(form, "units"));
  }

  private Dense dense() {
    return (Dense) desk.document.network().named("dense_1").orElseThrow().layer();
  }

  private List<String> computed() {
    return model.math().entriesProperty().get().stream().map(entry -> entry.title().key()).toList();
  }

  @Test
  void theMathOfALayerIsThatOfItAndOfTheFunctionsChosenInIt() {
    desk.select("dense_1");
    assertThat(computed()).isEmpty();
    model.math().watchedProperty().set(true);
    assertThat(computed()).containsExactly("layer.dense", "choice.Activation.tanh");
  }

  @Test
  void whereNothingIsSelectedTheMathIsThatOfTraining() {
    model.math().watchedProperty().set(true);
    assertThat(computed()).containsExactly("choice.Loss.binary_cross_entropy", "optimizer.adam", "schedule.constant");
  }

  @Test
  void typedUnitsAreOneEditNamedAfterTheSetting() {
    desk.select("dense_1");
    units().type("16", desk.lang.numbers());
    assertThat(dense().units()).isEqualTo(16);
    assertThat(desk.document.undoNameProperty().get()).hasValueSatisfying(name -> assertThat(name).hasToString("Units of dense_1"));
    desk.document.undo();
    assertThat(dense().units()).isEqualTo(8);
    assertThat(desk.document.undoNameProperty().get()).isEmpty();
  }

  @Test
  void pressesOfAnArrowInARowAreOneEditUntilTheFieldIsLeft() {
    desk.select("dense_1");
    NumberModel units = units();
    units.more();
    units.more();
    model.formProperty().get().settle();
    units.more();
    desk.document.undo();
    assertThat(units.value()).isEqualTo(10);
    desk.document.undo();
    assertThat(units.value()).isEqualTo(8);
  }

  @Test
  void aRefusedNumberKeepsTheOldOne() {
    desk.select("dense_1");
    NumberModel units = units();
    units.type("0", desk.lang.numbers());
    assertThat(units.refusalProperty().get()).hasToString("The value must be at least 1, but was 0.");
    assertThat(dense().units()).isEqualTo(8);
    assertThat(desk.document.undoNameProperty().get()).isEmpty();
  }

  @Test
  void whatWasRefusedIsForgottenOnceTheDocumentChanges() {
    NumberModel epochs = model.project().epochs();
    NumberModel batch = model.project().batch();
    epochs.type("0", desk.lang.numbers());
    assertThat(epochs.refusalProperty().get()).isNotNull();
    batch.type("7", desk.lang.numbers());
    assertThat(epochs.refusalProperty().get()).isNull();
    epochs.type("0", desk.lang.numbers());
    desk.document.undo();
    assertThat(epochs.refusalProperty().get()).isNull();
  }

  @Test
  void aFormDoesNotTakeWhatAFieldWouldRefuse() {
    desk.select("dense_1");
    FormModel<Layer> form = model.formProperty().get();
    assertThatThrownBy(() -> form.set(setting(form, "units"), 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void initialWeightsFollowTheActivationUnlessChosenByHand() {
    desk.select("dense_1");
    FormModel<Layer> form = model.formProperty().get();
    form.set(setting(form, "activation"), Activation.RELU);
    assertThat(dense().init()).isEqualTo(Activation.RELU.suitedInit());
    form.set(setting(form, "init"), Init.of(Init.Kind.ORTHOGONAL));
    form.set(setting(form, "activation"), Activation.TANH);
    assertThat(dense().init()).isEqualTo(Init.of(Init.Kind.ORTHOGONAL));
  }

  @Test
  void theFormStaysWhileItsNodeChangesAndGivesWayToAnother() {
    desk.select("dense_1");
    FormModel<Layer> form = model.formProperty().get();
    units().type("3", desk.lang.numbers());
    assertThat(model.formProperty().get()).isSameAs(form);
    desk.select("dense_2");
    assertThat(model.formProperty().get()).isNotSameAs(form);
  }

  @Test
  void aNameMustNotBeEmptyNorTaken() {
    desk.select("dense_1");
    assertThat(model.rename(" ")).isFalse();
    assertThat(model.nameRefusalProperty().get()).hasToString("A layer needs a name.");
    assertThat(model.rename("dense_2")).isFalse();
    assertThat(model.rename("hidden")).isTrue();
    assertThat(model.nameRefusalProperty().get()).isNull();
    assertThat(desk.document.network().named("hidden")).isPresent();
  }

  @Test
  void whatIsSelectedDecidesWhatIsShown() {
    assertThat(model.subjectProperty().get()).isEqualTo(Subject.PROJECT);
    desk.select("dense_1");
    assertThat(model.subjectProperty().get()).isEqualTo(Subject.NODE);
    desk.select("dense_1", "dense_2");
    assertThat(model.subjectProperty().get()).isEqualTo(Subject.SEVERAL);
    assertThat(model.several().parametersProperty().getValue()).isEqualTo(24 + 9);
  }

  @Test
  void aSettingThatSeveralLayersShareIsSetInAllOfThemByOneEdit() {
    desk.select("dense_1", "dense_2");
    FormModel<Layer> form = model.several().formProperty().get();
    assertThat(form.settings()).extracting(Setting::name).contains("units", "activation").doesNotContain("trainable");
    assertThat(model.several().differingProperty().get()).extracting(Setting::name).contains("units");
    Network before = desk.document.network();
    form.set(form.settings().stream().filter(setting -> setting.name().equals("activation")).findFirst().orElseThrow(), Activation.TANH);
    assertThat(desk.document.network().nodes())
        .noneMatch(node -> node.layer() instanceof Dense dense && dense.activation() != Activation.TANH);
    assertThat(model.several().differingProperty().get()).extracting(Setting::name).doesNotContain("activation");
    desk.document.undo();
    assertThat(desk.document.network()).isEqualTo(before);
  }

  @Test
  void severalLayersAreFrozenByOneEdit() {
    desk.select("dense_1", "dense_2");
    model.several().setTrainable(false);
    assertThat(desk.document.network().nodes()).noneMatch(node -> node.layer() instanceof Dense dense && dense.trainable());
    desk.document.undo();
    assertThat(desk.document.network().nodes()).noneMatch(node -> node.layer() instanceof Dense dense && !dense.trainable());
  }

  @Test
  void parametersAreCalculatedBeforeTheReadersEyes() {
    try (Desk digits = new Desk(Desk.digits())) {
      digits.select("conv_2");
      NodeFacts facts = digits.inspector.factsProperty().get();
      assertThat(facts.calculation()).isEqualTo("16·(8·3·3) + 16");
      assertThat(facts.parameters()).isEqualTo(1168);
    }
  }

  @Test
  void anInputNamesTheColumnsThatItTakes() throws Exception {
    Network network =
        Desk.chain(Input.row(1), new Concatenate(), Dense.of(3, Activation.SOFTMAX), Output.of(Loss.CROSS_ENTROPY))
            .add(Input.row(3), 0, 200)
            .wire(5, 2);
    try (Desk iris = new Desk(Desk.project("iris", network))) {
      iris.rest();
      iris.select("input_2");
      assertThat(iris.inspector.factsProperty().get().columns()).containsExactly("sepal_width_cm", "petal_length_cm", "petal_width_cm");
      iris.select("dense_1");
      assertThat(iris.inspector.factsProperty().get().columns()).isEmpty();
    }
  }

  @Test
  void aProblemIsShownAtItsNode() {
    try (Desk digits = new Desk(Desk.digits())) {
      digits.document.edit(Message.of("inspector.raw", "wire"), n -> n.wire(4, 6));
      digits.select("dense_1");
      assertThat(digits.inspector.troublesProperty().get()).singleElement().satisfies(
          trouble -> assertThat(trouble.title()).hasToString("Wrong input shape"));
      digits.select("conv_1");
      assertThat(digits.inspector.troublesProperty().get()).isEmpty();
    }
  }

  @Test
  void aFaultOfTheTrainingIsShownAtItsNodeAndForTheProject() throws Exception {
    desk.document.apply(new Edit<>(Message.of("edit.rate"), p -> p.withTraining(t -> t.withOptimizer(Sgd.STANDARD).withRate(1e30))));
    desk.run.control().togglePlay();
    desk.until(Status.State.FAULT);
    assertThat(model.troublesProperty().get()).singleElement().satisfies(
        trouble -> assertThat(trouble.title()).hasToString("Training has stopped"));
    desk.document.select(List.of(desk.run.statusProperty().get().fault().orElseThrow().node()));
    assertThat(model.troublesProperty().get()).hasSize(1);
  }

  static Stream<LayerType> types() {
    return LayerCatalog.types().stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyLayerGetsACompleteFormInEachLanguage(LayerType type) {
    FormModel<Layer> form = new FormModel<>(type.form(), "test", type.fresh(), new NodeEdits(desk.document, 1));
    for (Setting setting : form.settings()) {
      assertThat(form.value(setting).getValue()).isNotNull();
      assertSaid(setting.title(), setting.help());
      if (List.of(Setting.Kind.WHOLE, Setting.Kind.REAL).contains(setting.kind())) {
        NumberModel number = form.number(setting);
        assertThat(number.range().refusal(number.value(), desk.lang.numbers())).isEmpty();
      }
    }
  }

  static void assertSaid(Message... messages) {
    for (Message message : messages) {
      Texts.all().forEach(texts -> assertThat(texts.say(message)).isNotBlank());
    }
  }
}
