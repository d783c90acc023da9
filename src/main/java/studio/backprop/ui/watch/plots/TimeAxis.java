package studio.backprop.ui.watch.plots;

import java.time.LocalDate;
import java.util.Locale;
import studio.backprop.data.Series;
import studio.backprop.data.Series.Clock;
import studio.backprop.ui.kit.Lang;

/** Format of the times of a series: years without a thousands separator, steps as counts. */
final class TimeAxis {
  private static final int MONTHS = 12;

  private final Series series;

  TimeAxis(Series series) {
    this.series = series;
  }

  /** Tick label. */
  String mark(double time, Lang lang) {
    long whole = Math.round(time);
    return switch (series.clock()) {
      case STEPS -> lang.numbers().whole(whole);
      case YEARS -> String.valueOf(whole);
      case DAYS -> LocalDate.ofEpochDay(whole).toString();
    };
  }

  /** Time of a value: 1957-03, 2024-01-31, or step 12. */
  String say(int index, Lang lang) {
    double time = series.time(index);
    if (series.clock() != Clock.YEARS) {
      return series.clock() == Clock.STEPS ? lang.say("plots.time_step", (long) time) : mark(Math.floor(time), lang);
    }
    long months = Math.round(time * MONTHS);
    return lang.say("plots.time_month", String.valueOf(months / MONTHS), String.format(Locale.ROOT, "%02d", months % MONTHS + 1));
  }
}
