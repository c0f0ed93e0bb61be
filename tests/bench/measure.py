# SPDX-License-Identifier: GPL-3.0-or-later
"""Processor time and memory of whole process trees, candidates run in turn.

Figures are ratios of medians taken side by side in one run, because the machine is noisy; nothing
here passes or fails by the clock.
"""
import os
import statistics
import subprocess


class Sample:
    def __init__(self, cpu, peak_mib):
        self.cpu, self.peak_mib = cpu, peak_mib


def run(command, cwd=None, env=None, allowed=(0, 1, 5)):
    """One run. Processor time counts every descendant that was waited for."""
    process = subprocess.Popen(command, cwd=cwd, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        raise SystemExit(f"{command[0]} ended with {process.returncode}: {errors.decode(errors='replace')[-2000:]}")
    return Sample(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def in_turn(candidates, rounds=5):
    """`candidates`: name -> function that makes one Sample. One warm-up each, then `rounds` in turn."""
    samples = {name: [] for name in candidates}
    for name, make in candidates.items():
        make()
    for _ in range(rounds):
        for name, make in candidates.items():
            samples[name].append(make())
    return samples


def report(title, samples, ours, goal=None, against=None):
    print(f"\n{title}")
    median = {name: statistics.median(s.cpu for s in list_) for name, list_ in samples.items()}
    for name, list_ in samples.items():
        cpu = [s.cpu for s in list_]
        print(f"  {name:34} cpu {median[name]:8.3f} s  ({min(cpu):.3f} to {max(cpu):.3f})  peak {max(s.peak_mib for s in list_):7.1f} MiB")
    for name in samples:
        if name != ours and (against is None or name == against):
            ratio = median[ours] / median[name]
            verdict = "" if goal is None else f"  goal {goal:.2f}: {'reached' if ratio <= goal else 'MISSED'}"
            print(f"  {ours} / {name} = {ratio:.3f}{verdict}")
    return median
