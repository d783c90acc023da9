package studio.backprop.ui.watch.doctor;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;
import studio.backprop.doctor.Finding;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.RoundTexts;

/** Status bar button with the state of the run that opens the doctor's page. Only an icon before there is anything to evaluate. */
public final class DoctorButton extends Button {
  private final DoctorModel model;
  private final Lang lang;

  public DoctorButton(DoctorModel model, Lang lang, Hints hints, Runnable open) {
    this.model = model;
    this.lang = lang;
    setId("doctor");
    getStyleClass().setAll("label", "state");
    setGraphic(Icon.DOCTOR.view());
    setMnemonicParsing(false);
    setMinWidth(USE_PREF_SIZE);
    setOnAction(event -> open.run());
    hints.explain(this, KeyCombination.valueOf(DoctorPage.KEY), "doctor.open");
    model.findingsProperty().subscribe((before, now) -> say());
    model.stepProperty().subscribe((before, now) -> say());
    model.unjudgedProperty().subscribe((before, now) -> say());
    lang.textsProperty().subscribe(texts -> say());
  }

  private void say() {
    List<Finding> found = model.findingsProperty().get();
    long step = model.stepProperty().get();
    getStyleClass().removeAll("ok", "warn", "bad");
    if (found.isEmpty()) {
      setText(step == 0 ? lang.say("doctor.title")
          : HealthyCard.healthy(lang, RoundTexts.at(model.project(), step), model.unjudgedProperty().get()));
    } else {
      Finding worst = found.get(0);
      getStyleClass().add(worst.severity() == Finding.Severity.SERIOUS ? "bad" : "warn");
      setText(lang.say("doctor.found", lang.say(worst.kind().title()), found.size() - 1));
    }
  }
}
