@echo -off
# The demonstration's guest for Arm machines: the UEFI shell runs this from the encrypted boot disk.
# It keeps its data on a second encrypted disk, which it knows by the file DATADISK.ID:
#   first start    copies its texts there, and compares copies and originals;
#   later starts   finds the copies of the first start and compares them.
# Each start adds a file START-n. Then it switches the machine off: the shell knows no power button.

# The firmware has only woken the disk that it starts from.
connect -r
map -r

set -v boot none
set -v data none
for %d in 0 1 2 3
  if exist fs%d:\DIARY.TXT then
    if exist fs%d:\STARTUP.NSH then
      set -v boot fs%d
    endif
  endif
  if exist fs%d:\DATADISK.ID then
    set -v data fs%d
  endif
endfor
if %data% eq none then
  set -v why "no data disk"
  goto failed
endif

set -v number none
for %n run (1 9)
  if %number% eq none then
    if not exist %data%:\START-%n then
      set -v number %n
    endif
  endif
endfor
set -v what "data found"
if %number% eq 1 then
  set -v what "wrote 2 files"
  cp -q %boot%:\DIARY.TXT %data%:\DIARY.TXT
  cp -q %boot%:\PASSPORT.TXT %data%:\PASSPORT.TXT
endif

for %f in DIARY PASSPORT
  if not exist %data%:\%f.TXT then
    set -v why "%f.TXT is gone"
    goto failed
  endif
  comp %boot%:\%f.TXT %data%:\%f.TXT >v compared
  if not %lasterror% eq 0x0 then
    set -v why "%f.TXT differs"
    goto failed
  endif
endfor
echo start %number% >a %data%:\START-%number%
ls %data%:
echo vmgui guest aarch64, start %number%: %what%, 2 files verified
reset -s

:failed
echo error: %why%
reset -s
