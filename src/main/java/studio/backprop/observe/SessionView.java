package studio.backprop.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import studio.backprop.data.Part;
import studio.backprop.data.Task;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.plan.Parameter;
import studio.backprop.train.Session;
import studio.backprop.train.metric.Metric;
import studio.backprop.train.metric.Quantity;
import studio.backprop.train.metric.Quantity.Over;
import studio.backprop.train.metric.RunView;
import studio.backprop.train.record.EpochRecord;

/** View of a session between two steps. Metrics of a part are computed on request, by forward passes. */
public record SessionView(Session session) implements RunView {
  /** All available quantities. */
  public List<Quantity> quantities() {
    Task task = session.task();
    List<Quantity> all = new ArrayList<>(List.of(Quantity.batch(Metric.LOSS), Quantity.batch(Metric.of(task)), Quantity.RATE));
    for (Over over : Over.values()) {
      if (over != Over.BATCH) {
        Metric.all(task).forEach(metric -> all.add(new Quantity.Score(over, metric)));
      }
    }
    for (Parameter parameter : session.parameters().all()) {
      String node = session.project().network().node(parameter.node()).name();
      if (parameter.learned()) {
        all.add(new Quantity.GradientNorm(node, parameter.name()));
      }
      all.add(new Quantity.WeightNorm(node, parameter.name()));
    }
    return all;
  }

  @Override
  public double metric(Over over, Metric metric) {
    return switch (over) {
      case BATCH -> ofBatch(metric);
      case EPOCH -> ofEpoch(metric);
      case TRAIN -> session.evaluate(Part.TRAIN).value(metric);
      case VALIDATION -> session.evaluate(Part.VALIDATION).value(metric);
      case TEST -> session.evaluate(Part.TEST).value(metric);
    };
  }

  private double ofBatch(Metric metric) {
    if (!session.measured()) {
      return Double.NaN;
    }
    return metric == Metric.LOSS ? session.loss() : metric == Metric.of(session.task()) ? session.measure() : Double.NaN;
  }

  private double ofEpoch(Metric metric) {
    List<EpochRecord> epochs = session.epochs();
    return epochs.isEmpty() ? Double.NaN : epochs.get(epochs.size() - 1).train().value(metric);
  }

  @Override
  public double rate() {
    return session.measured() ? session.takenRate() : Double.NaN;
  }

  @Override
  public double gradientNorm(String node, String parameter) {
    return session.measured() ? of(session.parameters().learned(), node, parameter, session::gradientNorm) : Double.NaN;
  }

  @Override
  public double weightNorm(String node, String parameter) {
    return of(session.parameters().all(), node, parameter, session::weightNorm);
  }

  private double of(List<Parameter> parameters, String node, String name, IntToDoubleFunction norm) {
    Network network = session.project().network();
    for (int p = 0; p < parameters.size(); p++) {
      Parameter parameter = parameters.get(p);
      if (parameter.name().equals(name) && network.named(node).map(Node::id).filter(id -> id == parameter.node()).isPresent()) {
        return norm.applyAsDouble(p);
      }
    }
    return Double.NaN;
  }
}
