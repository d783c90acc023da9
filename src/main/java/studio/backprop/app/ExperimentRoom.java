package studio.backprop.app;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Pane;
import studio.backprop.ui.watch.doctor.DoctorModel;
import studio.backprop.ui.watch.doctor.ExperimentPane;
import studio.backprop.ui.watch.doctor.ExperimentPlotsPane;

/** Placement of a doctor's experiment: in place of canvas and plots while the doctor is open. */
final class ExperimentRoom {
  private ExperimentRoom() {}

  static void show(RoomContext at, DoctorModel doctor, ObservableValue<Boolean> doctorShown, Pane middle, Pane below) {
    ExperimentPane lanes = new ExperimentPane(doctor, at.lang(), at.theme());
    ExperimentPlotsPane curves = new ExperimentPlotsPane(doctor, at.lang(), at.theme());
    middle.getChildren().add(lanes);
    below.getChildren().add(curves);
    lanes.visibleProperty().bind(Bindings.createBooleanBinding(
        () -> doctorShown.getValue() && doctor.attemptProperty().get().isPresent(), doctorShown, doctor.attemptProperty()));
    curves.visibleProperty().bind(lanes.visibleProperty());
  }
}
