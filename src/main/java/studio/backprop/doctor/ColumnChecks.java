package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.data.Columns;
import studio.backprop.data.Task;
import studio.backprop.doctor.ColumnFacts.Constant;
import studio.backprop.doctor.ColumnFacts.Telling;
import studio.backprop.doctor.Finding.Figure;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.layer.Input;
import studio.backprop.network.Node;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;

/** Checks of table columns: constant ones and target leakage. */
final class ColumnChecks {
  private static final int NAMED = 3;

  private ColumnChecks() {}

  static List<Finding> of(Patient patient) {
    return Stream.of(constant(patient), telling(patient)).flatMap(Optional::stream).toList();
  }

  private static Optional<Finding> constant(Patient patient) {
    ColumnFacts facts = patient.facts().byColumn();
    List<Constant> all = facts.constant();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    boolean nothing = all.size() == facts.columns();
    String names = all.stream().limit(NAMED).map(Constant::column).collect(Collectors.joining(", ", "", all.size() > NAMED ? ", …" : ""));
    Message sentence = nothing ? Message.of("doctor.constant_column.all")
        : all.size() == 1 ? Message.of("doctor.constant_column.sentence", names, all.get(0).value())
        : Message.of("doctor.constant_column.several", all.size(), names);
    List<String> left = all.stream().map(Constant::column).toList();
    Finding found = new Finding(
        Kind.CONSTANT_COLUMN, DataChecks.inputs(patient), List.of(), sentence,
        Message.of(nothing ? "doctor.constant_column.all.why" : "doctor.constant_column.why"),
        nothing ? List.of() : leavingOut(patient, left, names));
    return Optional.of(nothing ? found.serious() : found);
  }

  private static Optional<Finding> telling(Patient patient) {
    boolean own = patient.project().table().isPresent(); // not for bundled data
    return patient.facts().byColumn().telling().filter(column -> own).map(column -> telling(patient, column));
  }

  private static Finding telling(Patient patient, Telling column) {
    boolean classes = patient.data().dataset().task() == Task.CLASSES;
    String target = patient.data().dataset().about().targetName();
    Measured percent = new Measured(100 * column.score());
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.share(Message.of(classes ? "doctor.figure.accuracy_alone" : "doctor.figure.explained", column.column()),
        column.score()));
    Message sentence = Message.of("doctor.target_leakage.values", column.column(), target, percent);
    if (classes) {
      double constant = (double) patient.largestClass() / Arrays.stream(patient.facts().classes()).sum();
      figures.add(Figure.share(Message.of("doctor.figure.accuracy_constant"), constant));
      sentence = column.counts() ? Message.of("doctor.target_leakage.order", column.column(), target, percent)
          : Message.of("doctor.target_leakage.classes", column.column(), target, percent, DataChecks.mostFrequent(patient),
              new Measured(100 * constant));
    }
    boolean order = classes && column.counts();
    return new Finding(
        Kind.TARGET_LEAKAGE, DataChecks.inputs(patient), figures, sentence,
        Message.of(order ? "doctor.target_leakage.order.why" : "doctor.target_leakage.why"),
        leavingOut(patient, List.of(column.column()), column.column()));
  }

  /** Removes columns of an imported table and adapts the input shape. */
  private static List<Remedy> leavingOut(Patient patient, List<String> columns, String names) {
    List<Node> inputs = patient.network().nodes().stream().filter(node -> node.layer() instanceof Input).toList();
    long numbers = patient.data().dataset().about().features().stream().filter(feature -> columns.contains(feature.column())).count();
    int left = (int) (patient.data().dataset().width() - numbers);
    if (patient.project().table().isEmpty() || inputs.size() != 1 || left < 1) {
      return List.of();
    }
    return List.of(Remedy.trying(Message.of("doctor.try.leave_out", names), true, p -> {
      Columns now = p.data().columns();
      List<String> out = Stream.concat(now.leftOut().stream(), columns.stream()).distinct().toList();
      return p.withData(p.data().withColumns(now.withLeftOut(out)))
          .withNetwork(network -> network.with(inputs.get(0).id(), node -> node.withLayer(new Input(Shape.of(left)))));
    }));
  }
}
