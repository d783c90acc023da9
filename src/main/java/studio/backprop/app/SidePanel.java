package studio.backprop.app;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.watch.doctor.DoctorButton;
import studio.backprop.ui.watch.doctor.DoctorModel;
import studio.backprop.ui.watch.doctor.DoctorPage;

/** Panel right of the canvas: inspector, doctor or the difference of two runs. */
final class SidePanel extends StackPane {
  private final Region inspector;
  private final Region compare;
  private final DesignerModel network;
  private final DoctorPage doctor;

  SidePanel(RoomContext at, Region inspector, Region compare, DoctorModel model, DesignerModel network) {
    this.inspector = inspector;
    this.compare = compare;
    this.network = network;
    doctor = new DoctorPage(model, at.lang(), at.theme(), at.hints(), this::toggle);
    doctor.setVisible(false);
    getChildren().addAll(inspector, compare, doctor);
    network.lensProperty().subscribe(lens -> show(doctor.isVisible() && lens != Lens.DIFFERENCE));
    model.findingsProperty().subscribe(found -> {
      Set<Integer> nodes = new TreeSet<>();
      found.forEach(finding -> nodes.addAll(finding.nodes()));
      network.advice().ail(nodes);
    });
    network.advice().onAskDoctor(this::open);
    closeKeyOn(at.shell());
    at.shell().addToStatus(new DoctorButton(model, at.lang(), at.hints(), this::toggle));
    at.shell().offer(List.of(Command.of("command.doctor", Command.Group.VIEW, Icon.DOCTOR, DoctorPage.KEY, this::toggle)));
  }

  /** Escape closes the doctor wherever the focus is below this node; text fields and running work take precedence. */
  private void closeKeyOn(Node root) {
    root.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
      boolean meant = key.getCode() == KeyCode.ESCAPE && doctor.isVisible() && !(key.getTarget() instanceof TextInputControl)
          && !network.isAsking();
      if (meant) {
        toggle();
        key.consume();
      }
    });
  }

  ObservableValue<Boolean> doctorShown() {
    return doctor.visibleProperty();
  }

  void showDoctor(boolean wanted) {
    if (doctor.isVisible() != wanted) {
      toggle();
    }
  }

  private void open() {
    if (!doctor.isVisible()) {
      toggle();
    }
  }

  void toggle() {
    show(!doctor.isVisible());
  }

  private void show(boolean ill) {
    boolean compares = network.lensProperty().get() == Lens.DIFFERENCE;
    doctor.setVisible(ill);
    compare.setVisible(!ill && compares);
    inspector.setVisible(!ill && !compares);
  }
}
