package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.backprop.doctor.Draw.Pace;
import studio.backprop.doctor.Ward.Case;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Gru;
import studio.backprop.layer.LayerNorm;
import studio.backprop.layer.Lstm;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Padding;
import studio.backprop.layer.SimpleRnn;
import studio.backprop.project.Project;
import studio.backprop.store.Sample;

/** Trainings that go well, drawn by lot: the samples, the samples a little changed, and usual networks on all data. */
final class HealthyDraws {
  private static final double OPERATIONS = 3e9;
  private static final double MOST_STEPS = 800;

  private final Map<String, Case> all = new LinkedHashMap<>();
  private final long seed;

  private HealthyDraws(long seed) {
    this.seed = seed;
  }

  static Map<String, Case> all(long seed, int usual) throws Exception {
    HealthyDraws draws = new HealthyDraws(seed);
    draws.samples();
    for (int number = 0, taken = 0; taken < usual; number++) {
      Case run = draws.usual(new Draw(seed * 7919 + number), number);
      if (Truth.isWell(run)) {
        draws.add("usual " + number, run);
        taken++;
      }
    }
    return draws.all;
  }

  private void add(String name, Case run) {
    all.put(name + " " + Truth.told(run), run);
  }

  private void samples() throws Exception {
    Draw draw = new Draw(seed);
    for (Sample sample : Sample.all()) {
      Project project = SickDraws.sample(sample.name());
      int steps = (int) Math.min(MOST_STEPS, OPERATIONS / (3.0 * project.network().analyse().flops() * project.training().batch()));
      if (steps < 20) {
        continue;
      }
      add(sample.name(), new Case(project, steps));
      add(sample.name() + " seed", new Case(project, steps).seed(draw.from(1, 999)));
      boolean large = draw.random().nextBoolean();
      add(sample.name() + " batch", new Case(project, steps).with(t -> t.withBatch(large ? t.batch() * 2 : Math.max(4, t.batch() / 2)))
          .seed(draw.from(1, 999)));
    }
  }

  private Case usual(Draw draw, int number) throws Exception {
    Pace pace = draw.pace();
    Activation bend = draw.of(Draw.BENT);
    if (number % 10 == 0) {
      return draw.on("digits", pace, 150, Conv2d.of(6, 3, Padding.SAME, bend), MaxPool2d.of(2), new Flatten(), new Dropout(0.2),
          Draw.head("digits"));
    }
    if (number % 10 == 1) {
      return draw.on("digits", pace, 300, new Flatten(), Dense.of(draw.from(16, 64), bend), Draw.head("digits"));
    }
    if (number % 10 == 2 || number % 10 == 3) {
      String series = draw.of(Draw.SERIES);
      return draw.on(series, draw.adaptive(), 200, draw.of(List.of(SimpleRnn.of(8, false), Lstm.of(8, false), Gru.of(8, false))),
          Draw.head(series));
    }
    if (number % 10 == 4) {
      String data = draw.of(List.of("iris", "wine", "breast-cancer", "auto-mpg"));
      return Ward.on(data, pace.optimizer(), pace.rate(), draw.of(List.of(16, 32)), 300, Draw.loss(data), Dense.of(16, Activation.NONE),
          draw.random().nextBoolean() ? new BatchNorm(0.1, 1e-5, true) : new LayerNorm(1e-5, true), new Activate(bend), Draw.head(data));
    }
    List<String> every = new ArrayList<>(Draw.CLASSES);
    every.addAll(Draw.VALUES);
    String data = every.get(number % every.size());
    int steps = data.equals("diabetes") ? 150 : Draw.POINTS.contains(data) || data.equals("surface") ? 800 : 400;
    int layers = draw.from(1, 3);
    Activation gentle = number % 10 == 5 && layers == 1 ? Activation.SIGMOID : bend;
    return draw.on(data, pace, steps, draw.dense(data, layers, draw.from(8, 32), gentle));
  }
}
