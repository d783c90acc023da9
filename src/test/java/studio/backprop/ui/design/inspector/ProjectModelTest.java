package studio.backprop.ui.design.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import studio.backprop.data.InverseFrequencies;
import studio.backprop.data.PreparedData;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.optim.Adam;
import studio.backprop.optim.Optimizer;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.Schedule;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.form.FormModel;
import studio.backprop.ui.panels.Desk;

class ProjectModelTest {
  @AutoClose private final Desk desk = new Desk(Desk.circles());
  private final ProjectModel model = desk.inspector.project();

  private TrainingSettings training() {
    return desk.document.project().training();
  }

  @Test
  void aDragOfTheRateIsOneEdit() {
    model.rate().valueProperty().set(0.02);
    model.rate().valueProperty().set(0.03);
    model.settle();
    assertThat(training().rate()).isEqualTo(0.03);
    desk.document.undo();
    assertThat(training().rate()).isEqualTo(0.01);
    assertThat(model.rate().value()).isEqualTo(0.01);
  }

  @Test
  void anotherOptimizerBringsItsUsualRateWhereTheOldOneWasUsual() {
    RecordKind<Optimizer> sgd = RecordKind.OPTIMIZERS.get(0);
    model.optimizer().choose(sgd);
    assertThat(training().rate()).isEqualTo(0.1);
    model.rate().valueProperty().set(0.5);
    model.optimizer().choose(RecordKind.OPTIMIZERS.get(1));
    assertThat(training().rate()).isEqualTo(0.5);
  }

  @Test
  void coefficientsOfTheOptimizerAreEdited() {
    FormModel<Optimizer> form = model.optimizer().formProperty().get();
    form.number(form.settings().get(0)).type("0.8", desk.lang.numbers());
    assertThat(training().optimizer()).isEqualTo(new Adam(0.8, 0.999, 1e-8));
    desk.document.undo();
    assertThat(training().optimizer()).isEqualTo(Adam.STANDARD);
  }

  @Test
  void rareClassesAreDealtWithInOneWayAtATimeAndEachChoiceIsOneEdit() {
    BalanceModel balance = model.balance();
    balance.choose(ClassBalance.BATCHES);
    balance.choose(ClassBalance.WEIGHTS);
    assertThat(training().balance()).isEqualTo(ClassBalance.WEIGHTS);
    desk.document.undo();
    assertThat(training().balance()).isEqualTo(ClassBalance.BATCHES);
    desk.document.undo();
    assertThat(training().balance()).isEqualTo(ClassBalance.NONE);
  }

  @Test
  void theWeightsOfTheClassesAndWhatTheyDoToAConstantPredictionAreSaid() throws Exception {
    BalanceModel balance = model.balance();
    desk.rest();
    assertThat(balance.effectProperty().get().weights()).isEmpty();
    balance.choose(ClassBalance.WEIGHTS);
    desk.rest();
    PreparedData data = desk.run.runProperty().get().data();
    BalanceModel.Effect effect = balance.effectProperty().get();
    assertThat(effect.weights()).isEqualTo(InverseFrequencies.of(data).orElseThrow());
    assertThat(effect.constant()).isEqualTo(Math.log(2));
    assertThat(effect.plain()).isBetween(0.6, Math.log(2));
  }

  @Test
  void whereTheTargetsAreNumbersThereIsNothingToBalance() throws Exception {
    try (Desk miles = new Desk(Desk.project("auto-mpg", Desk.chain(Input.row(9), Dense.of(1, Activation.NONE), Output.of(Loss.MSE))))) {
      miles.rest();
      BalanceModel.Effect effect = miles.inspector.project().balance().effectProperty().get();
      assertThat(effect.hasClasses()).isFalse();
      assertThat(effect.refusal().map(Message::key)).contains("training.balance.no_classes");
    }
  }

  @Test
  void aNetworkWithoutLossHasNoneToSay() {
    assertThat(model.lossProperty().getValue()).isPresent();
    desk.select("loss_1");
    desk.inspector.several().delete();
    assertThat(model.lossProperty().getValue()).isEmpty();
  }

  @Test
  void everyOptimizerGetsACompleteFormInEachLanguage() {
    for (RecordKind<Optimizer> variant : model.optimizer().variants()) {
      model.optimizer().choose(variant);
      assertComplete(variant, model.optimizer().formProperty().get());
    }
  }

  @Test
  void everyScheduleGetsACompleteFormInEachLanguage() {
    for (RecordKind<Schedule> variant : model.schedule().variants()) {
      model.schedule().choose(variant);
      assertComplete(variant, model.schedule().formProperty().get());
    }
  }

  private static <R> void assertComplete(RecordKind<R> variant, FormModel<R> form) {
    assertThat(form.recordProperty().get()).isEqualTo(variant.fresh());
    InspectorModelTest.assertSaid(variant.title(), variant.help());
    for (Setting setting : form.settings()) {
      InspectorModelTest.assertSaid(setting.title(), setting.help());
      assertThat(form.value(setting).getValue()).isNotNull();
    }
  }
}
