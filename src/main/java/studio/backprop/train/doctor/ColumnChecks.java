package studio.backprop.train.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.data.Task;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;
import studio.backprop.train.doctor.ColumnFacts.Constant;
import studio.backprop.train.doctor.ColumnFacts.Telling;
import studio.backprop.train.doctor.Finding.Figure;
import studio.backprop.train.doctor.Finding.Kind;

/** What single columns of a table do: say nothing, or say too much. */
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
        nothing ? List.of() : Experiments.leavingOut(patient, left, names));
    return Optional.of(nothing ? found.serious() : found);
  }

  private static Optional<Finding> telling(Patient patient) {
    return patient.facts().byColumn().telling().map(column -> telling(patient, column));
  }

  private static Finding telling(Patient patient, Telling column) {
    boolean classes = patient.data().dataset().task() == Task.CLASSES;
    String target = patient.data().dataset().about().targetName();
    Measured percent = new Measured(100 * column.score());
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.share(Message.of(classes ? "doctor.figure.accuracy_alone" : "doctor.figure.explained", column.column()), column.score()));
    Message sentence = Message.of("doctor.target_leakage.values", column.column(), target, percent);
    if (classes) {
      double constant = (double) patient.largestClass() / Arrays.stream(patient.facts().classes()).sum();
      figures.add(Figure.share(Message.of("doctor.figure.accuracy_constant"), constant));
      sentence = column.counts() ? Message.of("doctor.target_leakage.order", column.column(), target, percent)
          : Message.of("doctor.target_leakage.classes", column.column(), target, percent, DataChecks.mostFrequent(patient), new Measured(100 * constant));
    }
    boolean order = classes && column.counts();
    return new Finding(
        Kind.TARGET_LEAKAGE, DataChecks.inputs(patient), figures, sentence,
        Message.of(order ? "doctor.target_leakage.order.why" : "doctor.target_leakage.why"),
        Experiments.leavingOut(patient, List.of(column.column()), column.column()));
  }
}
